package io.nagare.bridge;

import io.nagare.bridge.BridgeStatus.State;
import io.nagare.bridge.HostSession.NoSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host application's life: a session with the MQTT broker is open exactly while Kafka answers.
 *
 * <p>That is what keeps readings safe while Kafka is away: gateways see STATE offline and spool,
 * instead of sending QoS 0 messages that nobody can keep.
 */
final class Bridge {
  private static final Logger log = LoggerFactory.getLogger(Bridge.class);
  private static final Duration LOOK = Duration.ofMillis(100);

  /** A producer that served this long was not the trouble. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final BridgeSettings settings;
  private final Clock clock;
  private final RandomGenerator chance;
  private final AcknowledgementRules.Pace pace;
  private final Gateways gateways;
  private final Counts counts = Counts.zero();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Doing doing;
  private volatile Optional<KafkaWriter> writing = Optional.empty();

  private record Doing(State state, Instant since, Optional<String> reason) {}

  Bridge(
      BridgeSettings settings,
      AcknowledgementRules.Pace pace,
      Clock clock,
      RandomGenerator chance) {
    this.settings = settings;
    this.pace = pace;
    this.clock = clock;
    this.chance = chance;
    this.gateways = new Gateways(pace);
    this.doing = new Doing(State.WAITING_FOR_KAFKA, clock.instant(), Optional.empty());
  }

  /** Serves until {@link #stop}; returns when everything is flushed and closed. */
  void run() throws InterruptedException {
    try {
      int failures = 0;
      while (awaitKafka()) {
        Instant begin = clock.instant();
        try (KafkaWriter kafka = KafkaWriter.open(settings, Bridge::monotonicMillis)) {
          writing = Optional.of(kafka);
          serve(kafka);
          kafka.trouble().ifPresent(why -> become(State.WAITING_FOR_KAFKA, Optional.of(why)));
        } finally {
          writing = Optional.empty();
        }
        boolean settled = Duration.between(begin, clock.instant()).compareTo(SETTLED) > 0;
        failures = settled ? 1 : failures + 1;
        // Kafka may answer questions and still refuse writes: not to be tried without a pause.
        pause(failures);
      }
    } finally {
      become(State.STOPPED, Optional.empty());
      stopped.countDown();
    }
  }

  /** Asks {@link #run} to end, and waits for it. */
  void stop(Duration atMost) throws InterruptedException {
    stop.countDown();
    if (!stopped.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      log.warn("the bridge did not stop within {} s", atMost.toSeconds());
    }
  }

  private boolean awaitKafka() throws InterruptedException {
    for (int failures = 1; !stopping(); failures++) {
      Optional<String> problem = RawTopic.ensure(settings);
      if (problem.isEmpty()) {
        return true;
      }
      become(State.WAITING_FOR_KAFKA, problem);
      pause(failures);
    }
    return false;
  }

  /** Keeps a session open, one after the other, until Kafka is in trouble or the stop is wanted. */
  private void serve(KafkaWriter kafka) throws InterruptedException {
    Optional<String> reason = Optional.empty();
    int failures = 0;
    while (!stopping() && kafka.trouble().isEmpty()) {
      become(State.CONNECTING, reason);
      HostSession session = newSession();
      try {
        reason = hold(session, kafka);
        failures = 1;
      } catch (NoSession refused) {
        reason = Optional.of(String.valueOf(refused.getMessage()));
        failures++;
      } finally {
        session.close();
        gateways.all().forEach(Gateway::hostLeft);
      }
      if (!stopping() && kafka.trouble().isEmpty()) {
        become(State.CONNECTING, reason);
        pause(failures);
      }
    }
  }

  /** Opens the session and forwards what it receives; returns why it is over. */
  private Optional<String> hold(HostSession session, KafkaWriter kafka)
      throws NoSession, InterruptedException {
    Forwarder forwarder =
        new Forwarder(kafka, gateways, session, counts, clock, Bridge::monotonicMillis);
    session.open(forwarder::accept);
    counts.sessions().increment();
    become(State.ONLINE, Optional.empty());
    ScheduledExecutorService ticker = startTicker(forwarder);
    try {
      Optional<String> reason = awaitEnd(session, kafka);
      leave(session, kafka, forwarder);
      return reason;
    } finally {
      ticker.shutdownNow();
    }
  }

  private HostSession newSession() {
    // One thread keeps the order; what still comes after the end is dropped, not thrown back.
    return new HostSession(
        settings,
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> daemon(task, "mqtt-receiver"),
            new ThreadPoolExecutor.DiscardPolicy()),
        clock);
  }

  private ScheduledExecutorService startTicker(Forwarder forwarder) {
    ScheduledExecutorService ticker =
        Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "acknowledge"));
    var ignored =
        ticker.scheduleWithFixedDelay(
            forwarder::sendDueCommands,
            pace.coalesceMillis(),
            pace.coalesceMillis(),
            TimeUnit.MILLISECONDS);
    return ticker;
  }

  private Optional<String> awaitEnd(HostSession session, KafkaWriter kafka)
      throws InterruptedException {
    while (!stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
      if (session.ended().isPresent()) {
        return session.ended();
      }
      if (kafka.trouble().isPresent()) {
        log.warn("Kafka is in trouble ({}): gateways are told to spool", kafka.trouble().get());
        return kafka.trouble();
      }
    }
    return Optional.of("told to stop");
  }

  /** Tells gateways to stop; what Kafka still confirms is acknowledged before the disconnect. */
  private void leave(HostSession session, KafkaWriter kafka, Forwarder forwarder)
      throws InterruptedException {
    if (session.ended().isPresent()) {
      return;
    }
    session.sayOffline();
    if (kafka.trouble().isPresent()) {
      return;
    }
    long until = monotonicMillis() + DRAIN.toMillis();
    while (kafka.inFlightMessages() > 0 && kafka.trouble().isEmpty() && monotonicMillis() < until) {
      TimeUnit.MILLISECONDS.sleep(pace.coalesceMillis());
    }
    forwarder.sendDueCommands();
  }

  private void pause(int failures) throws InterruptedException {
    Duration wait = BackOff.STANDARD.after(failures, chance.nextDouble());
    boolean stopWanted = stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    log.debug("paused {} ms, stop wanted: {}", wait.toMillis(), stopWanted);
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  private void become(State state, Optional<String> reason) {
    Doing before = doing;
    if (before.state == state && before.reason.equals(reason)) {
      return;
    }
    Instant since = before.state == state ? before.since : clock.instant();
    doing = new Doing(state, since, reason);
    log.info("{}{}", state.text(), reason.map(text -> ": " + text).orElse(""));
  }

  private static long monotonicMillis() {
    return System.nanoTime() / 1_000_000;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** What the status page shows now. */
  BridgeStatus status() {
    Doing now = doing;
    Optional<KafkaWriter> kafka = writing;
    List<BridgeStatus.GatewayStatus> heard =
        gateways.all().stream()
            .map(Gateway::status)
            .sorted(
                Comparator.comparing(BridgeStatus.GatewayStatus::site)
                    .thenComparing(BridgeStatus.GatewayStatus::gateway))
            .toList();
    return new BridgeStatus(
        settings.hostId(),
        now.state.text(),
        now.since.toString(),
        now.reason.orElse(null),
        settings.mqtt().toString(),
        settings.kafkaServers(),
        settings.topic(),
        countsByName(),
        Map.of(
            "messages", kafka.map(KafkaWriter::inFlightMessages).orElse(0),
            "bytes", kafka.map(KafkaWriter::inFlightBytes).orElse(0)),
        heard);
  }

  private Map<String, Long> countsByName() {
    Map<String, Long> byName = new LinkedHashMap<>();
    byName.put("received", counts.received().sum());
    byName.put("delivered", counts.delivered().sum());
    byName.put("failed", counts.failed().sum());
    byName.put("unreadable", counts.unreadable().sum());
    byName.put("receipts", counts.receipts().sum());
    byName.put("rebirthRequests", counts.rebirthRequests().sum());
    byName.put("sessions", counts.sessions().sum());
    return byName;
  }
}
