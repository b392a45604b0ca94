package io.nagare.edge.session;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One MQTT 3.1.1 connection, used once: nothing of it outlives it, nothing is resumed or resent
 * behind the session's back. Everything that happens is told on the session's thread.
 */
final class MqttLink {
  private static final Logger log = LoggerFactory.getLogger(MqttLink.class);

  /** A dead network is noticed within one and a half times this. */
  private static final int KEEP_ALIVE_SECONDS = 10;

  private static final int CONNECT_SECONDS = 10;

  /** How long the broker may take to confirm the NDEATH before the connection is closed. */
  private static final int FAREWELL_SECONDS = 2;

  private final Mqtt3AsyncClient client;
  private final Listener listener;
  private final Executor executor;
  private boolean connected;
  private CompletableFuture<?> lastConfirmed = CompletableFuture.completedFuture(null);

  private MqttLink(Mqtt3ClientBuilder builder, Listener listener, Executor executor) {
    this.listener = listener;
    this.executor = executor;
    this.client =
        builder
            .addDisconnectedListener(
                context -> executor.execute(() -> disconnected(context.getCause())))
            .buildAsync();
  }

  /** What happens to a connection. */
  interface Listener {
    void connected(MqttLink link);

    void subscribed(MqttLink link);

    void arrived(MqttLink link, String topic, byte[] payload);

    /** It could not be made, or is no more; told once. */
    void lost(MqttLink link, Throwable cause);
  }

  /**
   * Starts to connect.
   *
   * @param server {@code tcp://host:port}, or {@code ssl://host:port}
   * @param willTopic topic of the will; QoS 1, not retained
   */
  static MqttLink connect(
      URI server,
      String clientId,
      String willTopic,
      byte[] will,
      Listener listener,
      Executor executor) {
    Mqtt3ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(clientId)
            .transportConfig()
            .serverHost(server.getHost())
            .serverPort(server.getPort())
            .socketConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .mqttConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .applyTransportConfig();
    if (server.getScheme().equals("ssl")) {
      builder = builder.sslWithDefaultConfig();
    }
    MqttLink link = new MqttLink(builder, listener, executor);
    link.open(willTopic, will);
    return link;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // told to the listener
  private void open(String willTopic, byte[] will) {
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        message ->
            listener.arrived(this, message.getTopic().toString(), message.getPayloadAsBytes()),
        executor);
    client
        .connectWith()
        .cleanSession(true)
        .keepAlive(KEEP_ALIVE_SECONDS)
        .willPublish()
        .topic(willTopic)
        .payload(will)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(false)
        .applyWillPublish()
        .send()
        .whenCompleteAsync(
            (accepted, refused) -> {
              if (refused == null) {
                connected = true;
                listener.connected(this);
              } else {
                listener.lost(this, refused);
              }
            },
            executor);
  }

  /** Subscribes at QoS 1; told when all are granted. */
  @SuppressWarnings("FutureReturnValueIgnored") // told to the listener
  void subscribe(List<String> filters) {
    client
        .subscribe(
            Mqtt3Subscribe.builder()
                .addSubscriptions(
                    filters.stream()
                        .map(
                            filter ->
                                Mqtt3Subscription.builder()
                                    .topicFilter(filter)
                                    .qos(MqttQos.AT_LEAST_ONCE)
                                    .build())
                        .toList())
                .build())
        .whenCompleteAsync(
            (granted, refused) -> {
              if (refused == null) {
                listener.subscribed(this);
              } else {
                log.warn("the broker refuses the subscriptions {}", filters, refused);
                close();
              }
            },
            executor);
  }

  /** Publishes at QoS 0, not retained; what is lost is found out by its missing receipt. */
  void publish(String topic, byte[] payload) {
    CompletableFuture<?> unused =
        client.publishWith().topic(topic).payload(payload).qos(MqttQos.AT_MOST_ONCE).send();
  }

  /** Publishes at QoS 1, not retained; {@link #close} waits for the broker's word on it. */
  void publishConfirmed(String topic, byte[] payload) {
    lastConfirmed =
        client.publishWith().topic(topic).payload(payload).qos(MqttQos.AT_LEAST_ONCE).send();
  }

  /** Disconnects, once what was published with confirmation is confirmed or overdue. */
  CompletableFuture<?> close() {
    return lastConfirmed
        .orTimeout(FAREWELL_SECONDS, TimeUnit.SECONDS)
        .handle((confirmed, failed) -> failed == null)
        .thenCompose(confirmed -> client.disconnect())
        .handle((left, alreadyGone) -> alreadyGone == null);
  }

  private void disconnected(Throwable cause) {
    if (connected) {
      connected = false;
      listener.lost(this, cause);
    }
  }
}
