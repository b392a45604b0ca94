package io.nagare.bridge;

import com.google.protobuf.ByteString;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.nagare.sparkplug.HostState;
import io.nagare.sparkplug.MalformedPayload;
import io.nagare.sparkplug.MessageType;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import io.nagare.sparkplug.PayloadReader;
import io.nagare.sparkplug.SparkplugTopic;
import io.nagare.sparkplug.SpoolBatch;
import io.nagare.sparkplug.SpoolCommitted;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/** An edge node that sends what a test says, and writes down what the host application tells it. */
final class TestGateway implements AutoCloseable {
  static final long EPOCH = 1_763_000_000_000L;
  private static final long NOW = 1_763_000_000_500L;

  private final Mqtt5AsyncClient client;
  private final String site;
  private final String gateway;
  private final List<HostState> states = new CopyOnWriteArrayList<>();
  private final List<SpoolCommitted> receipts = new CopyOnWriteArrayList<>();
  private final List<Payload> rebirths = new CopyOnWriteArrayList<>();
  private int seq;

  TestGateway(int port, String hostId, String site, String gateway) {
    this.site = site;
    this.gateway = gateway;
    this.client =
        Mqtt5Client.builder()
            .identifier(site + "-" + gateway)
            .serverHost("127.0.0.1")
            .serverPort(port)
            .automaticReconnectWithDefaultConfig()
            .buildAsync();
    client.publishes(MqttGlobalPublishFilter.ALL, this::received);
    client.connect().join();
    client.subscribeWith().topicFilter(HostState.topic(hostId)).send().join();
    client
        .subscribeWith()
        .topicFilter(SparkplugTopic.ofNode(site, MessageType.NCMD, gateway).text())
        .send()
        .join();
  }

  private void received(Mqtt5Publish message) {
    HostState.parse(message.getPayloadAsBytes()).ifPresent(states::add);
    try {
      Payload command = PayloadReader.parse(message.getPayloadAsBytes());
      SpoolCommitted.parse(command).ifPresent(receipts::add);
      Metrics.findBoolean(command, MetricNames.REBIRTH)
          .filter(wanted -> wanted)
          .ifPresent(wanted -> rebirths.add(command));
    } catch (MalformedPayload notACommand) {
      // A STATE message is JSON.
    }
  }

  /** Publishes an NBIRTH whose spool is acknowledged up to {@code committed}. */
  void birth(long committed) {
    seq = 0;
    Payload birth =
        Payload.newBuilder()
            .setTimestamp(NOW)
            .setSeq(seq++)
            .addMetrics(Metrics.int64(MetricNames.BD_SEQ, NOW, 0))
            .addMetrics(Metrics.bool(MetricNames.REBIRTH, NOW, false))
            .addMetrics(Metrics.int64(MetricNames.SPOOL_EPOCH, NOW, EPOCH))
            .addMetrics(Metrics.int64(MetricNames.SPOOL_COMMITTED, NOW, committed))
            .build();
    publish(SparkplugTopic.ofNode(site, MessageType.NBIRTH, gateway).text(), birth.toByteArray());
  }

  /** Publishes a DDATA with the readings from one offset up to another (exclusive). */
  byte[] data(String device, long from, long to) {
    long[] offsets = new long[(int) (to - from)];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = from + i;
    }
    byte[] payload = payload(offsets, 0);
    raw(device, payload);
    return payload;
  }

  /** A DDATA payload with these offsets, padded to about a size. */
  byte[] payload(long[] offsets, int padding) {
    Payload.Builder data = Payload.newBuilder().setTimestamp(NOW).setSeq(seq++ % 256);
    new SpoolBatch(EPOCH, offsets).addTo(data);
    for (long offset : offsets) {
      data.addMetrics(
          Metric.newBuilder()
              .setAlias(7)
              .setTimestamp(NOW + offset)
              .setDoubleValue((double) offset));
    }
    if (padding > 0) {
      data.setBody(ByteString.copyFrom(new byte[padding]));
    }
    return data.build().toByteArray();
  }

  /** Publishes these bytes as a DDATA. */
  void raw(String device, byte[] payload) {
    publish(SparkplugTopic.ofDevice(site, MessageType.DDATA, gateway, device).text(), payload);
  }

  private void publish(String topic, byte[] payload) {
    client.publishWith().topic(topic).qos(MqttQos.AT_MOST_ONCE).payload(payload).send().join();
  }

  List<HostState> states() {
    return states;
  }

  List<SpoolCommitted> receipts() {
    return receipts;
  }

  /** What the last receipt says; -1 before the first. */
  long committed() {
    return receipts.isEmpty() ? -1 : receipts.get(receipts.size() - 1).committed();
  }

  List<Payload> rebirths() {
    return rebirths;
  }

  boolean seesHostOnline() {
    return !states.isEmpty() && states.get(states.size() - 1).online();
  }

  @Override
  public void close() {
    client.disconnect().exceptionally(gone -> null).join();
  }
}
