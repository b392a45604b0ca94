package io.nagare.pipeline.decode;

import io.nagare.sparkplug.MessageType;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import io.nagare.sparkplug.SparkplugTopic;
import io.nagare.sparkplug.SpoolBatch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/** A gateway that makes real messages by hand and counts its offsets. */
public final class FakeGateway {
  private final String site;
  private final String gateway;
  private final Map<String, Long> aliases = new HashMap<>();
  private long epoch = 1_000;
  private long nextOffset;
  private long position;
  private long receivedAt = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private FakeGateway(String site, String gateway) {
    this.site = site;
    this.gateway = gateway;
  }

  public static FakeGateway at(String site, String gateway) {
    return new FakeGateway(site, gateway);
  }

  /** The spool is replaced by an empty one. */
  public FakeGateway epoch(long newEpoch) {
    epoch = newEpoch;
    nextOffset = 0;
    return this;
  }

  public FakeGateway receivedAt(String instant) {
    receivedAt = Instant.parse(instant).toEpochMilli();
    return this;
  }

  public long epoch() {
    return epoch;
  }

  public long nextOffset() {
    return nextOffset;
  }

  public RawMessage nodeBirth(long bdSeq) {
    Payload.Builder payload = payload();
    payload.addMetrics(Metrics.int64(MetricNames.BD_SEQ, receivedAt, bdSeq));
    payload.addMetrics(Metrics.bool(MetricNames.CLOCK_SYNCHRONIZED, receivedAt, true));
    payload.addMetrics(Metrics.int64(MetricNames.SPOOL_EPOCH, receivedAt, epoch));
    return raw(SparkplugTopic.ofNode(site, MessageType.NBIRTH, gateway), payload.build());
  }

  public RawMessage nodeDeath(long bdSeq) {
    Payload.Builder payload = payload();
    payload.addMetrics(Metrics.int64(MetricNames.BD_SEQ, receivedAt, bdSeq));
    return raw(SparkplugTopic.ofNode(site, MessageType.NDEATH, gateway), payload.build());
  }

  public RawMessage deviceDeath(String device) {
    return raw(
        SparkplugTopic.ofDevice(site, MessageType.DDEATH, gateway, device), payload().build());
  }

  /** A birth with the metadata {@code Device/*} (numbers become Int64) and these measurements. */
  public RawMessage deviceBirth(
      String device, Map<String, Object> metadata, Map<String, DataType> measurements) {
    Payload.Builder payload = payload();
    metadata.forEach(
        (name, value) ->
            payload.addMetrics(
                value instanceof Number number
                    ? Metrics.int64(name, receivedAt, number.longValue())
                    : Metrics.string(name, receivedAt, value.toString())));
    measurements.forEach(
        (name, type) ->
            payload.addMetrics(
                Metrics.named(name, type, receivedAt)
                    .setAlias(alias(device, name))
                    .setIsNull(true)));
    return raw(SparkplugTopic.ofDevice(site, MessageType.DBIRTH, gateway, device), payload.build());
  }

  /** A message with these readings at the next offsets. */
  public RawMessage data(String device, Metric.Builder... readings) {
    long[] offsets = new long[readings.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = nextOffset++;
    }
    return dataAt(device, offsets, readings);
  }

  /** A message with these readings at offsets that were perhaps sent before. */
  public RawMessage dataAt(String device, long[] offsets, Metric.Builder... readings) {
    Payload.Builder payload = payload();
    new SpoolBatch(epoch, offsets).addTo(payload);
    List.of(readings).forEach(payload::addMetrics);
    return raw(SparkplugTopic.ofDevice(site, MessageType.DDATA, gateway, device), payload.build());
  }

  /** A number of a measurement that a birth declared. */
  public Metric.Builder number(String device, String measurement, long timeMillis, double value) {
    return metric(device, measurement, timeMillis).setDoubleValue(value);
  }

  public Metric.Builder text(String device, String measurement, long timeMillis, String value) {
    return metric(device, measurement, timeMillis).setStringValue(value);
  }

  public Metric.Builder bool(String device, String measurement, long timeMillis, boolean value) {
    return metric(device, measurement, timeMillis).setBooleanValue(value);
  }

  public Metric.Builder absent(String device, String measurement, long timeMillis) {
    return metric(device, measurement, timeMillis).setIsNull(true);
  }

  /** A metric whose value is still to be set. */
  public Metric.Builder metric(String device, String measurement, long timeMillis) {
    return Metric.newBuilder().setAlias(alias(device, measurement)).setTimestamp(timeMillis);
  }

  /** The same message once more. */
  public RawMessage again(RawMessage message) {
    return new RawMessage(
        message.topic(),
        message.receivedAtMillis() + 1000,
        message.payload(),
        message.gatewayKey(),
        position++);
  }

  /** Any bytes on any topic. */
  public RawMessage raw(String topic, byte[] payload) {
    return new RawMessage(topic, receivedAt, payload, site + "/" + gateway, position++);
  }

  private RawMessage raw(SparkplugTopic topic, Payload payload) {
    return raw(topic.text(), payload.toByteArray());
  }

  private Payload.Builder payload() {
    return Payload.newBuilder().setTimestamp(receivedAt);
  }

  private long alias(String device, String measurement) {
    return aliases.computeIfAbsent(device + "/" + measurement, name -> (long) aliases.size() + 1);
  }
}
