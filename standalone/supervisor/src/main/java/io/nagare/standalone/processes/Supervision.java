package io.nagare.standalone.processes;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes as soon as those they need are ready, starts again what dies, and stops all of
 * them in reverse order.
 *
 * <p>One thread does it all, {@link #begin} to the end of {@link #end}; it looks at every process
 * each {@value #TICK_MILLIS} ms.
 */
public final class Supervision {
  private static final int TICK_MILLIS = 50;

  private final Map<String, Supervised> processes = new LinkedHashMap<>();
  private final RunRecord record;
  private final CountDownLatch allReady = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Map<String, Duration> startTimes = new ConcurrentHashMap<>();
  private final Set<String> expectedEnds = ConcurrentHashMap.newKeySet();
  private volatile boolean stopRequested;
  private volatile Optional<GivenUp> givenUp = Optional.empty();

  /**
   * A process that is not started again.
   *
   * @param name what it is called
   * @param refused whether it refused its settings; otherwise it died too often
   */
  public record GivenUp(String name, boolean refused) {}

  /**
   * A supervision of these plans; nothing starts before {@link #begin}.
   *
   * @param logs the folder of the log files
   * @param record where the process ids are written down
   */
  public Supervision(
      List<ProcessPlan> plans,
      Path logs,
      RunRecord record,
      Clock clock,
      SupervisionListener listener) {
    this.record = record;
    Launcher launcher = new Launcher();
    for (ProcessPlan plan : plans) {
      ProcessLog log = new ProcessLog(logs, plan.name(), ProcessLog.MAX_BYTES);
      processes.put(plan.name(), new Supervised(plan, launcher, log, clock, listener));
    }
    plans.forEach(
        plan ->
            plan.after().stream()
                .filter(name -> !processes.containsKey(name))
                .findAny()
                .ifPresent(
                    name -> {
                      throw new IllegalArgumentException(
                          plan.name() + " needs " + name + ", which is not planned");
                    }));
  }

  /** Starts the processes. */
  public void begin() {
    new Thread(this::run, "supervision").start();
  }

  /** Waits until every process is ready, or one was given up, or the time is over. */
  public boolean awaitAllReady(Duration limit) throws InterruptedException {
    return allReady.await(limit.toMillis(), TimeUnit.MILLISECONDS) && givenUp.isEmpty();
  }

  /**
   * The process that is not started again, if there is one; the supervision then stops all the
   * others.
   */
  public Optional<GivenUp> givenUp() {
    return givenUp;
  }

  /** How long each process that became ready took at its first start, by name. */
  public Map<String, Duration> startTimes() {
    return new TreeMap<>(startTimes);
  }

  /** From now on the named process may end by itself and is not started again. */
  public void expectEnd(String name) {
    expectedEnds.add(name);
  }

  /** Waits until every process has ended, or the time is over. */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether every process has ended. */
  public boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /** Stops every process, those first that no other needs, and waits until they have ended. */
  public void end() throws InterruptedException {
    stopRequested = true;
    ended.await();
  }

  private void run() {
    try {
      while (!stopRequested && givenUp.isEmpty()) {
        processes.values().forEach(this::tend);
        record.write(running());
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
      }
      while (!allStopped()) {
        processes.values().forEach(this::wind);
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
      }
      record.write(running());
    } catch (InterruptedException interrupted) {
      processes.values().forEach(p -> p.process().ifPresent(Process::destroyForcibly));
      Thread.currentThread().interrupt();
    } finally {
      allReady.countDown();
      ended.countDown();
    }
  }

  private void tend(Supervised each) {
    if (expectedEnds.contains(each.plan().name())) {
      each.expectEnd();
    }
    if (each.state() == Supervised.State.WAITING && needsAreReady(each)) {
      each.start();
    }
    each.tick();
    each.firstStart().ifPresent(took -> startTimes.putIfAbsent(each.plan().name(), took));
    if (each.state() == Supervised.State.GIVEN_UP) {
      givenUp = Optional.of(new GivenUp(each.plan().name(), each.refused()));
    }
    if (startTimes.size() == processes.size()) {
      allReady.countDown();
    }
  }

  private boolean needsAreReady(Supervised each) {
    return each.plan().after().stream()
        .map(processes::get)
        .allMatch(need -> need != null && need.state() == Supervised.State.READY);
  }

  private void wind(Supervised each) {
    boolean needed =
        processes.values().stream()
            .filter(other -> other.plan().after().contains(each.plan().name()))
            .anyMatch(other -> other.state() != Supervised.State.STOPPED);
    if (!needed) {
      each.stop();
    }
    each.tick();
  }

  private boolean allStopped() {
    return processes.values().stream().allMatch(each -> each.state() == Supervised.State.STOPPED);
  }

  private Map<String, ProcessHandle> running() {
    Map<String, ProcessHandle> running = new LinkedHashMap<>();
    processes.forEach(
        (name, each) -> each.process().ifPresent(process -> running.put(name, process.toHandle())));
    return running;
  }
}
