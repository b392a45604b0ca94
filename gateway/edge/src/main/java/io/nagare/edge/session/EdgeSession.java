package io.nagare.edge.session;

import io.nagare.edge.reading.Device;
import io.nagare.edge.session.Births.Born;
import io.nagare.edge.spool.Spool;
import io.nagare.sparkplug.HostState;
import io.nagare.sparkplug.MalformedPayload;
import io.nagare.sparkplug.MessageType;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import io.nagare.sparkplug.PayloadReader;
import io.nagare.sparkplug.SpoolCommitted;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Sparkplug B session of this gateway: connects what the rules decide with the broker.
 *
 * <p>Everything happens on one thread, so a message gets its seq when it is sent and nothing comes
 * between births.
 */
public final class EdgeSession implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EdgeSession.class);
  private static final int SEQ_NUMBERS = 256;
  private static final Duration FAREWELL = Duration.ofSeconds(4);

  private final Settings settings;
  private final Spool spool;
  private final Clock clock;
  private final BdSeqFile bdSeqFile;
  private final Births births;
  private final SessionRules rules;
  private final Delivery delivery;
  private final ScheduledThreadPoolExecutor thread;
  private final AtomicBoolean sendAsked = new AtomicBoolean();

  private @Nullable MqttLink link;
  private CompletableFuture<?> closing = CompletableFuture.completedFuture(null);
  private int attempts;
  private int bdSeq;
  private int seq;
  private String lastProblem = "";
  private volatile Status status;

  /** A session that is not started yet. */
  public EdgeSession(
      Settings settings,
      Collection<Device> enrolled,
      Spool spool,
      Path folder,
      Clock clock,
      DoubleSupplier random) {
    this.settings = settings;
    this.spool = spool;
    this.clock = clock;
    this.bdSeqFile = new BdSeqFile(folder.resolve("bdseq"));
    this.births = new Births(enrolled);
    this.rules = new SessionRules(new Steps(), new BackOff(random), settings.servers().size() > 1);
    this.delivery = new Delivery(spool, births, new Wire(), clock, settings.windowBytes());
    this.status = new Status("offline", clock.instant());
    this.thread = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "sparkplug-session"));
  }

  /**
   * Where the session goes.
   *
   * @param node who this gateway is
   * @param servers MQTT servers, tried in turn; at least one
   * @param primaryHost id of the host application without which no data is sent
   * @param windowBytes how much data may be under way without receipt
   */
  public record Settings(
      NodeIdentity node, List<URI> servers, String primaryHost, long windowBytes) {}

  /**
   * How the session stands.
   *
   * @param state {@code online}, {@code waiting-for-host} or {@code offline}
   * @param since when this began
   */
  public record Status(String state, Instant since) {}

  /** Starts to connect, and goes on until it is closed. */
  @SuppressWarnings("FutureReturnValueIgnored") // the tick catches what it can throw
  public void start() {
    spool.onDurable(this::askToSend);
    onThread(rules::start);
    thread.scheduleWithFixedDelay(guarded(delivery::tick), 1, 1, TimeUnit.SECONDS);
  }

  /** How the session stands now. */
  public Status status() {
    return status;
  }

  /** Leaves the broker: NDEATH, DISCONNECT. */
  @Override
  public void close() {
    spool.onDurable(() -> {});
    try {
      thread
          .submit(
              guarded(
                  () -> {
                    rules.stop();
                    noteState();
                  }))
          .get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      closing.get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException noFarewell) {
      log.warn("the session ends without a farewell; the broker publishes the will", noFarewell);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownNow();
  }

  private void askToSend() {
    if (sendAsked.compareAndSet(false, true)) {
      thread.execute(
          guarded(
              () -> {
                sendAsked.set(false);
                delivery.send();
              }));
    }
  }

  private void onThread(Runnable task) {
    if (!thread.isShutdown()) {
      thread.execute(
          guarded(
              () -> {
                task.run();
                noteState();
              }));
    }
  }

  /** A defect in one message must not end the thread that everything depends on. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException defect) {
        log.error("the session hit a defect and goes on", defect);
      }
    };
  }

  private void noteState() {
    String state =
        switch (rules.state()) {
          case ONLINE -> "online";
          case WAITING_FOR_HOST -> "waiting-for-host";
          case OFFLINE, CONNECTING, STOPPED -> "offline";
        };
    if (!status.state().equals(state)) {
      status = new Status(state, clock.instant());
      log.info("session of {} is {}", settings.node().gateway(), state);
    }
  }

  private int publish(String topic, Payload.Builder payload) {
    byte[] bytes = payload.setSeq(seq).build().toByteArray();
    seq = (seq + 1) % SEQ_NUMBERS;
    MqttLink current = link;
    if (current != null) {
      current.publish(topic, bytes);
    }
    return bytes.length;
  }

  private void publishBirths() {
    long now = clock.millis();
    seq = 0;
    publish(
        settings.node().nodeTopic(MessageType.NBIRTH),
        Births.nodeBirth(
            now, bdSeq, spool.epoch(), spool.committed(), ClockQuality.isSynchronized()));
    births.all().forEach(this::publishBirth);
  }

  private void publishBirth(Born born) {
    publish(
        settings.node().deviceTopic(MessageType.DBIRTH, born.device().id()),
        Births.deviceBirth(born, clock.millis(), spool.epoch()));
  }

  private void command(byte[] bytes) {
    try {
      Payload payload = PayloadReader.parse(bytes);
      SpoolCommitted.parse(payload)
          .filter(receipt -> receipt.epoch() == spool.epoch())
          .filter(receipt -> spool.commit(receipt.committed()))
          .ifPresent(receipt -> delivery.acknowledged(receipt.committed()));
      if (Metrics.findBoolean(payload, MetricNames.REBIRTH).orElse(false)) {
        rules.rebirthAsked(clock.millis());
      }
    } catch (MalformedPayload broken) {
      log.warn("a command to this node is ignored: {}", broken.getMessage());
    }
  }

  /** Carries out what the rules decide. */
  private final class Steps implements SessionSteps {
    @Override
    public void connect() {
      URI server = settings.servers().get(attempts++ % settings.servers().size());
      bdSeq = bdSeqFile.next();
      NodeIdentity node = settings.node();
      link =
          MqttLink.connect(
              server,
              node.clientId(),
              node.nodeTopic(MessageType.NDEATH),
              Births.nodeDeath(clock.millis(), bdSeq),
              new Events(),
              EdgeSession.this::onThread);
    }

    @Override
    public void subscribe() {
      MqttLink current = link;
      if (current != null) {
        NodeIdentity node = settings.node();
        current.subscribe(
            List.of(
                node.nodeTopic(MessageType.NCMD),
                node.deviceCommands(),
                HostState.topic(settings.primaryHost())));
      }
    }

    @Override
    public void birth() {
      publishBirths();
      delivery.begin();
    }

    @Override
    public void rebirth() {
      publishBirths();
      delivery.send();
    }

    @Override
    public void death() {
      delivery.end();
      MqttLink current = link;
      if (current != null) {
        current.publishConfirmed(
            settings.node().nodeTopic(MessageType.NDEATH), Births.nodeDeath(clock.millis(), bdSeq));
      }
    }

    @Override
    public void disconnect() {
      MqttLink current = link;
      link = null;
      if (current != null) {
        closing = current.close();
      }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // timers that lost their reason do nothing
    public void schedule(SessionRules.Timer timer, Duration delay) {
      ScheduledFuture<?> unused =
          thread.schedule(
              () -> onThread(() -> rules.due(timer, clock.millis())),
              delay.toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  /** Hears of the current connection; what an earlier one still has to say no longer matters. */
  private final class Events implements MqttLink.Listener {
    @Override
    public void connected(MqttLink of) {
      if (of == link) {
        lastProblem = "";
        rules.connected();
      }
    }

    @Override
    public void subscribed(MqttLink of) {
      if (of == link) {
        rules.subscribed(clock.millis());
      }
    }

    @Override
    public void arrived(MqttLink of, String topic, byte[] payload) {
      if (of != link) {
        return;
      }
      if (topic.equals(HostState.topic(settings.primaryHost()))) {
        HostState.parse(payload).ifPresent(state -> rules.host(state, clock.millis()));
      } else if (topic.equals(settings.node().nodeTopic(MessageType.NCMD))) {
        command(payload);
      } else {
        log.info("a command on {} is ignored: nothing here can be written", topic);
      }
    }

    @Override
    public void lost(MqttLink of, Throwable cause) {
      if (of != link) {
        return;
      }
      link = null;
      delivery.end();
      String problem = String.valueOf(cause.getMessage());
      if (!problem.equals(lastProblem)) {
        lastProblem = problem;
        log.warn("no connection to {}: {}", settings.servers(), problem);
      }
      rules.lost();
    }
  }

  /** Sends what the delivery has. */
  private final class Wire implements Delivery.Outlet {
    @Override
    public void birth(Born device) {
      publishBirth(device);
    }

    @Override
    public int data(Born device, Payload.Builder payload) {
      return publish(settings.node().deviceTopic(MessageType.DDATA, device.device().id()), payload);
    }

    @Override
    public void rebirthNeeded() {
      onThread(() -> rules.rebirthAsked(clock.millis()));
    }
  }
}
