package io.nagare.bridge;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import io.nagare.sparkplug.HostState;
import io.nagare.sparkplug.MessageType;
import io.nagare.sparkplug.SparkplugTopic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session of the primary host application with the MQTT broker, from CONNECT to DISCONNECT.
 *
 * <p>The order is Sparkplug 3.0's (sections 4.3.1, 5.5 and 6.4.30): a will that says offline, the
 * subscriptions, then STATE online with the will's timestamp; STATE offline before an intended
 * DISCONNECT. A session that broke is not repaired: another one is opened.
 */
final class HostSession implements CommandChannel {
  private static final Logger log = LoggerFactory.getLogger(HostSession.class);
  private static final int ANSWER_SECONDS = 10;

  /** A silent connection is noticed by the broker after 1.5 times this (MQTT 5, 3.1.2.10). */
  private static final int KEEP_ALIVE_SECONDS = 10;

  private final Mqtt5AsyncClient client;
  private final String stateTopic;
  private final long bornAt;
  private final Clock clock;
  private final ExecutorService receiver;
  private volatile Optional<String> end = Optional.empty();
  private volatile boolean announced;

  /** Takes what the session receives, one message at a time, in the order of arrival. */
  @FunctionalInterface
  interface Receiver {
    void accept(String topic, byte[] payload) throws InterruptedException;
  }

  /** Why a session could not be opened. */
  static final class NoSession extends Exception {
    private static final long serialVersionUID = 1L;

    NoSession(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Prepares a session; {@link #open} connects it.
   *
   * @param executor one thread, which ends with the session
   */
  HostSession(BridgeSettings settings, ExecutorService executor, Clock clock) {
    this.clock = clock;
    this.receiver = executor;
    this.bornAt = clock.millis();
    this.stateTopic = HostState.topic(settings.hostId());
    Mqtt5ClientBuilder builder =
        Mqtt5Client.builder()
            .identifier("nagare-bridge-" + settings.hostId())
            .serverHost(settings.mqttHost())
            .serverPort(settings.mqttPort())
            .addDisconnectedListener(this::disconnected);
    if (settings.mqttTls()) {
      builder = builder.sslWithDefaultConfig();
    }
    Optional<BridgeSettings.Credentials> credentials = settings.mqttCredentials();
    if (credentials.isPresent()) {
      builder =
          builder
              .simpleAuth()
              .username(credentials.get().user())
              .password(credentials.get().password().getBytes(StandardCharsets.UTF_8))
              .applySimpleAuth();
    }
    this.client = builder.buildAsync();
  }

  /**
   * Connects, subscribes and says online.
   *
   * @throws NoSession if the broker does not answer or refuses
   */
  void open(Receiver messages) throws NoSession, InterruptedException {
    client.publishes(MqttGlobalPublishFilter.ALL, message -> received(message, messages), receiver);
    await(
        "connect",
        client
            .connectWith()
            .cleanStart(true)
            .sessionExpiryInterval(0)
            .keepAlive(KEEP_ALIVE_SECONDS)
            .willPublish()
            .topic(stateTopic)
            .qos(MqttQos.AT_LEAST_ONCE)
            .retain(true)
            .payload(new HostState(false, bornAt).toJson())
            .applyWillPublish()
            .send());
    await("subscribe", client.subscribeWith().addSubscriptions(subscriptions()).send());
    announced = true;
    await("announce", publishState(new HostState(true, bornAt)));
  }

  private List<Mqtt5Subscription> subscriptions() {
    List<Mqtt5Subscription> subscriptions = new ArrayList<>();
    subscriptions.add(
        Mqtt5Subscription.builder().topicFilter(stateTopic).qos(MqttQos.AT_LEAST_ONCE).build());
    for (MessageType type : MessageType.values()) {
      if (!type.isCommand()) {
        subscriptions.add(
            Mqtt5Subscription.builder()
                .topicFilter(SparkplugTopic.filterFor("+", type))
                .qos(MqttQos.AT_LEAST_ONCE)
                .build());
      }
    }
    return subscriptions;
  }

  private void received(Mqtt5Publish message, Receiver messages) {
    if (ended().isPresent()) {
      // Nothing is acknowledged from here on, so gateways send it again in the next session.
      return;
    }
    String topic = message.getTopic().toString();
    try {
      if (topic.equals(stateTopic)) {
        contradictOffline(message.getPayloadAsBytes());
      } else {
        messages.accept(topic, message.getPayloadAsBytes());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      finish("receiving was interrupted");
    } catch (RuntimeException broken) {
      log.error("a message on {} broke the session", topic, broken);
      finish("a message on " + topic + " could not be handled: " + broken);
    }
  }

  /** The will of an earlier connection may arrive late; its word must not stay the retained one. */
  private void contradictOffline(byte[] state) {
    boolean saysOffline = HostState.parse(state).filter(said -> !said.online()).isPresent();
    if (announced && saysOffline) {
      var ignored = publishState(new HostState(true, bornAt));
    }
  }

  @Override
  public void send(String topic, byte[] payload) {
    if (ended().isEmpty()) {
      var ignored =
          client.publishWith().topic(topic).qos(MqttQos.AT_MOST_ONCE).payload(payload).send();
    }
  }

  /** Why the session is over; empty while it serves. */
  Optional<String> ended() {
    return end;
  }

  /** Says offline, so that gateways stop and spool; the session still receives. */
  void sayOffline() throws InterruptedException {
    announced = false;
    try {
      await("say offline", publishState(new HostState(false, clock.millis())));
    } catch (NoSession gone) {
      log.warn("could not say offline ({}); the broker publishes the will", gone.getMessage());
    }
  }

  /** Disconnects and ends the receiving thread. */
  void close() throws InterruptedException {
    announced = false;
    finish("closed");
    try {
      if (client.getState().isConnected()) {
        await("disconnect", client.disconnect());
      }
    } catch (NoSession gone) {
      log.debug("the broker was gone before the disconnect", gone);
    } finally {
      receiver.shutdownNow();
    }
  }

  private CompletableFuture<?> publishState(HostState state) {
    return client
        .publishWith()
        .topic(stateTopic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .payload(state.toJson())
        .send();
  }

  private void disconnected(MqttClientDisconnectedContext context) {
    finish(context.getCause().toString());
  }

  private synchronized void finish(String reason) {
    if (end.isEmpty()) {
      end = Optional.of(reason);
    }
  }

  private static void await(String step, CompletableFuture<?> answer)
      throws NoSession, InterruptedException {
    try {
      answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | CompletionException refused) {
      throw new NoSession(step + ": " + refused.getCause(), refused);
    } catch (TimeoutException silent) {
      throw new NoSession(step + ": no answer within " + ANSWER_SECONDS + " s", silent);
    }
  }
}
