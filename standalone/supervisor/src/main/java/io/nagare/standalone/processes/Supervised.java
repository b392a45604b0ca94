package io.nagare.standalone.processes;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One process under supervision: its plan, and where it stands. Used by one thread. */
final class Supervised {
  enum State {
    WAITING,
    PREPARING,
    STARTING,
    READY,
    PAUSING,
    GIVEN_UP,
    STOPPING,
    STOPPED
  }

  private static final int REFUSED = 2;

  private final ProcessPlan plan;
  private final Launcher launcher;
  private final ProcessLog log;
  private final Clock clock;
  private final SupervisionListener listener;
  private final List<Instant> deaths = new ArrayList<>();
  private State state = State.WAITING;
  private @Nullable Process process;
  private CompletableFuture<List<String>> preparing = CompletableFuture.completedFuture(List.of());
  private Instant since = Instant.MIN;
  private @Nullable Duration firstStart;
  private boolean endExpected;
  private boolean killed;
  private boolean refused;

  Supervised(
      ProcessPlan plan,
      Launcher launcher,
      ProcessLog log,
      Clock clock,
      SupervisionListener listener) {
    this.plan = plan;
    this.launcher = launcher;
    this.log = log;
    this.clock = clock;
    this.listener = listener;
  }

  ProcessPlan plan() {
    return plan;
  }

  State state() {
    return state;
  }

  Optional<Process> process() {
    return Optional.ofNullable(process).filter(Process::isAlive);
  }

  /** How long the first start took; empty until it is ready for the first time. */
  Optional<Duration> firstStart() {
    return Optional.ofNullable(firstStart);
  }

  /** Whether it was given up because it refused its settings. */
  boolean refused() {
    return refused;
  }

  /** From now on the process may end by itself. */
  void expectEnd() {
    endExpected = true;
  }

  /** Starts: its command is made in a thread of its own, since that may take seconds. */
  void start() {
    since = clock.instant();
    state = State.PREPARING;
    listener.starting(plan.name());
    preparing =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return plan.command().command();
              } catch (IOException failed) {
                throw new CompletionException(failed);
              }
            });
  }

  private void watchPreparation() {
    if (!preparing.isDone()) {
      return;
    }
    try {
      List<String> command = preparing.join();
      log.note("# " + clock.instant() + " " + String.join(" ", command));
      process = launcher.start(command, plan.workingDirectory());
      log.follow(process.getInputStream());
      state = State.STARTING;
    } catch (CompletionException notPrepared) {
      notStarted(notPrepared.getCause());
    } catch (IOException notLaunched) {
      notStarted(notLaunched);
    }
  }

  private void notStarted(@Nullable Throwable why) {
    String reason = why == null ? "no reason given" : String.valueOf(why.getMessage());
    log.note("# " + clock.instant() + " not started: " + why);
    died("not started: " + reason);
  }

  /** Looks after the process once: takes note of its death, its readiness, the end of a pause. */
  void tick() {
    switch (state) {
      case PREPARING -> watchPreparation();
      case STARTING -> watchStart();
      case READY -> watchLife();
      case PAUSING -> {
        if (!clock.instant().isBefore(since)) {
          start();
        }
      }
      case STOPPING -> watchStop();
      default -> {}
    }
  }

  private void watchStart() {
    if (!alive()) {
      ended();
    } else if (plan.ready().isReady()) {
      state = State.READY;
      Duration took = Duration.between(since, clock.instant());
      if (firstStart == null) {
        firstStart = took;
      }
      listener.ready(plan.name(), took);
    } else if (clock.instant().isAfter(since.plus(plan.readyWithin()))) {
      log.note("# not ready after " + plan.readyWithin().toSeconds() + " s: killed");
      kill();
      died("not ready after " + plan.readyWithin().toSeconds() + " s");
    }
  }

  private void watchLife() {
    if (!alive()) {
      ended();
    }
  }

  private void ended() {
    if (endExpected) {
      state = State.STOPPED;
      listener.stopped(plan.name(), false);
    } else if (plan.refusesByTwo()
        && firstStart == null
        && deaths.isEmpty()
        && exitCode() == REFUSED) {
      refused = true;
      state = State.GIVEN_UP;
      listener.refused(plan.name(), log.lastLines());
    } else {
      died(causeOfDeath());
    }
  }

  private void died(String cause) {
    Instant now = clock.instant();
    deaths.add(now);
    log.note("# " + now + " died: " + cause);
    Optional<Duration> pause = RestartRules.pauseAfter(deaths, now);
    if (pause.isEmpty()) {
      state = State.GIVEN_UP;
      listener.gaveUp(plan.name(), cause, log.lastLines());
    } else {
      state = State.PAUSING;
      since = now.plus(pause.get());
      listener.died(plan.name(), cause, deaths.size());
    }
  }

  /** Asks the process to end; does nothing if it has ended or was asked before. */
  void stop() {
    if (state == State.STOPPING || state == State.STOPPED) {
      return;
    }
    if (state == State.PREPARING && !preparing.isDone()) {
      return; // Asked again at the next look: half-made files would be in the way later.
    }
    Process running = process;
    if (running == null || !running.isAlive()) {
      state = State.STOPPED;
      return;
    }
    listener.stopping(plan.name());
    state = State.STOPPING;
    since = clock.instant();
    Signals.send(plan.stopSignal(), running);
  }

  private void watchStop() {
    if (!alive()) {
      state = State.STOPPED;
      listener.stopped(plan.name(), killed);
    } else if (!killed && clock.instant().isAfter(since.plus(plan.stopWithin()))) {
      log.note("# did not stop within " + plan.stopWithin().toSeconds() + " s: killed");
      killed = true;
      kill();
    }
  }

  private boolean alive() {
    return process != null && process.isAlive();
  }

  private void kill() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private int exitCode() {
    return process == null ? -1 : process.exitValue();
  }

  private String causeOfDeath() {
    int exit = exitCode();
    // A child that ended by signal n has the exit value 128 + n (java.lang.ProcessImpl, POSIX).
    return exit > 128 ? "signal " + (exit - 128) : "exit " + exit;
  }
}
