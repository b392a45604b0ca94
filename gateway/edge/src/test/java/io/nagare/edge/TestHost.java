package io.nagare.edge;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.nagare.sparkplug.HostState;
import io.nagare.sparkplug.MalformedPayload;
import io.nagare.sparkplug.MessageType;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import io.nagare.sparkplug.OffsetSet;
import io.nagare.sparkplug.PayloadReader;
import io.nagare.sparkplug.SparkplugTopic;
import io.nagare.sparkplug.SpoolBatch;
import io.nagare.sparkplug.SpoolCommitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/** A primary host application for one gateway: keeps what it hears, and acknowledges it. */
final class TestHost implements AutoCloseable {
  static final String ID = "nagare";

  private final Mqtt3BlockingClient client;
  private final String site;
  private final String gateway;
  private final long timestamp;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Map<Long, Metric> readings = new TreeMap<>();
  private final OffsetSet offsets = OffsetSet.startingAt(0);
  private volatile boolean acknowledges = true;

  /** One message of the gateway. */
  record Heard(SparkplugTopic topic, Payload payload, MqttQos qos, boolean retained) {
    MessageType type() {
      return topic.type();
    }

    String device() {
      return topic.device().orElse("");
    }
  }

  TestHost(EmbeddedBroker broker, String site, String gateway, long timestamp) {
    this.site = site;
    this.gateway = gateway;
    this.timestamp = timestamp;
    this.client =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier("host-" + timestamp)
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            .buildBlocking();
    client.toAsync().publishes(MqttGlobalPublishFilter.ALL, this::arrived);
    client.connect();
    client.subscribeWith().topicFilter("spBv1.0/" + site + "/#").qos(MqttQos.AT_LEAST_ONCE).send();
  }

  TestHost silent() {
    acknowledges = false;
    return this;
  }

  TestHost online() {
    return state(true, timestamp);
  }

  TestHost state(boolean online, long at) {
    client
        .publishWith()
        .topic(HostState.topic(ID))
        .payload(new HostState(online, at).toJson())
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .send();
    return this;
  }

  void askForRebirth() {
    command(
        Payload.newBuilder()
            .setTimestamp(timestamp)
            .addMetrics(Metrics.bool(MetricNames.REBIRTH, timestamp, true))
            .build()
            .toByteArray());
  }

  /** Acknowledges everything that was heard so far, and from now on. */
  void acknowledge() {
    acknowledges = true;
    heard.stream()
        .filter(message -> message.type() == MessageType.DDATA)
        .reduce((first, last) -> last)
        .ifPresent(message -> acknowledge(batch(message.payload()).epoch()));
  }

  List<Heard> heard() {
    return heard;
  }

  List<Heard> heard(MessageType type) {
    return heard.stream().filter(message -> message.type() == type).toList();
  }

  /** The readings by offset, each as it was heard last. */
  synchronized Map<Long, Metric> readings() {
    return new TreeMap<>(readings);
  }

  /** The reading with this offset. */
  Metric reading(long offset) {
    Metric metric = readings().get(offset);
    if (metric == null) {
      throw new AssertionError("no reading with offset " + offset);
    }
    return metric;
  }

  /** Forgets what was heard, to look at what comes next. */
  void forgetMessages() {
    heard.clear();
  }

  @Override
  public void close() {
    client.disconnect();
  }

  private void arrived(Mqtt3Publish message) {
    SparkplugTopic topic = SparkplugTopic.parse(message.getTopic().toString()).orElseThrow();
    if (topic.type().isCommand()) {
      return;
    }
    Payload payload = parse(message.getPayloadAsBytes());
    if (topic.type() == MessageType.DDATA) {
      take(payload);
    }
    heard.add(new Heard(topic, payload, message.getQos(), message.isRetain()));
  }

  private synchronized void take(Payload payload) {
    SpoolBatch batch = batch(payload);
    List<Metric> metrics =
        new ArrayList<>(payload.getMetricsList().stream().filter(Metrics::isReading).toList());
    for (int i = 0; i < metrics.size(); i++) {
      offsets.add(batch.offsets()[i]);
      readings.put(batch.offsets()[i], metrics.get(i));
    }
    if (acknowledges) {
      acknowledge(batch.epoch());
    }
  }

  private synchronized void acknowledge(long epoch) {
    command(new SpoolCommitted(epoch, offsets.floor()).toCommand(timestamp));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a receipt that is lost is repeated by the next
  private void command(byte[] payload) {
    client
        .toAsync()
        .publishWith()
        .topic(SparkplugTopic.ofNode(site, MessageType.NCMD, gateway).text())
        .payload(payload)
        .qos(MqttQos.AT_LEAST_ONCE)
        .send();
  }

  private static SpoolBatch batch(Payload payload) {
    try {
      return SpoolBatch.of(payload).orElseThrow();
    } catch (MalformedPayload broken) {
      throw new AssertionError(broken);
    }
  }

  private static Payload parse(byte[] bytes) {
    try {
      return PayloadReader.parse(bytes);
    } catch (MalformedPayload broken) {
      throw new AssertionError(broken);
    }
  }
}
