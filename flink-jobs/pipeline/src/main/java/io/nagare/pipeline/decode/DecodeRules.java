package io.nagare.pipeline.decode;

import io.nagare.pipeline.ledger.Reasons;
import io.nagare.pipeline.ledger.Repeated;
import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.Placement;
import io.nagare.pipeline.reading.RecordId;
import io.nagare.pipeline.reading.Value;
import io.nagare.sparkplug.MalformedPayload;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import io.nagare.sparkplug.OffsetSet;
import io.nagare.sparkplug.PayloadReader;
import io.nagare.sparkplug.SparkplugTopic;
import io.nagare.sparkplug.SpoolBatch;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * Takes a gateway's messages apart: births declare metrics, data become readings, each once.
 *
 * <p>A reading's record id counts as seen whatever becomes of the reading, so every redelivery is a
 * repeat and every reading ends in exactly one output.
 */
public final class DecodeRules {
  /** How far a source's clock may run ahead of the bridge's; beyond it a time is no time. */
  public static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

  /** 0001-01-01T00:00Z, where the calendars of tables begin. */
  private static final long EARLIEST_MILLIS = -62_135_596_800_000L;

  private final GatewayMemory memory;
  private final DecodeOutput output;

  /** Rules that remember in {@code memory} and write to {@code output}. */
  public DecodeRules(GatewayMemory memory, DecodeOutput output) {
    this.memory = memory;
    this.output = output;
  }

  /** Decodes one message; the memory is that of its gateway. */
  public void decode(RawMessage message) {
    Optional<SparkplugTopic> topic = SparkplugTopic.parse(message.topic());
    if (topic.isEmpty() || topic.get().type().isCommand()) {
      new Rejections(message, "", "", "", output)
          .message(Reasons.NOT_SPARKPLUG, "not the topic of a node's or device's message");
      return;
    }
    Rejections rejections =
        new Rejections(
            message,
            topic.get().group(),
            topic.get().node(),
            topic.get().device().orElse(""),
            output);
    try {
      Payload payload = PayloadReader.parse(message.payload());
      switch (topic.get().type()) {
        case NBIRTH -> nodeBirth(payload);
        case NDEATH -> nodeDeath(payload, message, topic.get());
        case DBIRTH -> deviceBirth(payload, message, topic.get());
        case DDEATH -> session(message, topic.get(), false);
        case DDATA -> deviceData(payload, message, topic.get(), rejections);
        default -> {
          // NDATA holds the gateway's own metrics, none of which is a reading.
        }
      }
    } catch (MalformedPayload malformed) {
      rejections.message(Reasons.MALFORMED_PAYLOAD, String.valueOf(malformed.getMessage()));
    }
  }

  private void nodeBirth(Payload payload) {
    memory.begin(
        new GatewaySession(
            Metrics.findInt64(payload, MetricNames.BD_SEQ).orElse(GatewaySession.NO_BD_SEQ),
            Metrics.findBoolean(payload, MetricNames.CLOCK_SYNCHRONIZED).orElse(false)));
  }

  /** A will of an older connection may arrive after the birth of the next one: it kills nothing. */
  private void nodeDeath(Payload payload, RawMessage message, SparkplugTopic topic) {
    long bdSeq = Metrics.findInt64(payload, MetricNames.BD_SEQ).orElse(GatewaySession.NO_BD_SEQ);
    if (bdSeq == memory.session().bdSeq()) {
      session(message, topic, false);
    }
  }

  private void deviceBirth(Payload payload, RawMessage message, SparkplugTopic topic) {
    Placement placement =
        new Placement(
            topic.device().orElse(""),
            text(payload, MetricNames.DEVICE_PROFILE),
            text(payload, MetricNames.DEVICE_KIND),
            text(payload, MetricNames.DEVICE_NAME),
            text(payload, MetricNames.DEVICE_AREA),
            text(payload, MetricNames.DEVICE_ASSET),
            Metrics.findInt64(payload, MetricNames.DEVICE_CAPACITY).orElse(Placement.NO_CAPACITY));
    for (Metric metric : payload.getMetricsList()) {
      if (MetricNames.isMeasurement(metric.getName())) {
        memory.declare(
            new SeriesBinding(placement, metric.getName(), metric.getDatatype()),
            metric.hasAlias() ? Optional.of(metric.getAlias()) : Optional.empty());
      }
    }
    session(message, topic, true);
  }

  private void session(RawMessage message, SparkplugTopic topic, boolean online) {
    output.session(
        new SessionChange(
            topic.group(), topic.node(), topic.device().orElse(""), online, message.position()));
  }

  private void deviceData(
      Payload payload, RawMessage message, SparkplugTopic topic, Rejections rejections)
      throws MalformedPayload {
    Optional<SpoolBatch> batch = SpoolBatch.of(payload);
    if (batch.isEmpty()) {
      if (payload.getMetricsList().stream().anyMatch(Metrics::isReading)) {
        rejections.message(Reasons.MISSING_RECORD_ID, "no Spool/Epoch and Spool/Offset");
      }
      return;
    }
    long epoch = batch.get().epoch();
    long[] offsets = batch.get().offsets();
    Optional<OffsetSet> seen = memory.seen(epoch);
    boolean clockSynchronized = memory.session().clockSynchronized();
    int next = 0;
    for (Metric metric : payload.getMetricsList()) {
      if (!Metrics.isReading(metric)) {
        continue;
      }
      RecordId id = new RecordId(topic.group(), topic.node(), epoch, offsets[next++]);
      if (seen.isEmpty()) {
        rejections.reading(metric, id, "", Reasons.EPOCH_FORGOTTEN, "epoch " + epoch);
      } else if (!seen.get().add(id.offset())) {
        output.repeated(new Repeated(id, message.receivedAtMillis()));
      } else {
        reading(metric, id, payload, message, clockSynchronized, rejections);
      }
    }
    seen.ifPresent(set -> memory.keepSeen(epoch, set));
  }

  private void reading(
      Metric metric,
      RecordId id,
      Payload payload,
      RawMessage message,
      boolean clockSynchronized,
      Rejections rejections) {
    Optional<SeriesBinding> found = binding(metric, rejections.device());
    if (found.isEmpty()) {
      String who = metric.hasName() ? "name " + metric.getName() : "alias " + metric.getAlias();
      rejections.reading(
          metric, id, metric.getName(), Reasons.UNKNOWN_ALIAS, "no birth declared " + who);
      return;
    }
    SeriesBinding binding = found.get();
    String measurement = binding.measurement();
    Optional<Value> value = MetricValues.read(metric, binding.dataType());
    if (value.isEmpty()) {
      String detail =
          metric.getValueCase()
              + " came, "
              + MetricValues.typeName(binding.dataType())
              + " was declared";
      rejections.reading(metric, id, measurement, Reasons.WRONG_TYPE, detail);
      return;
    }
    if (!metric.hasTimestamp() && !payload.hasTimestamp()) {
      rejections.reading(
          metric, id, measurement, Reasons.MISSING_TIME, "no timestamp in metric or payload");
      return;
    }
    long eventTime = metric.hasTimestamp() ? metric.getTimestamp() : payload.getTimestamp();
    if (isInFuture(eventTime, message.receivedAtMillis())) {
      String detail =
          eventTime + " is over " + MAX_CLOCK_SKEW + " after " + message.receivedAtMillis();
      rejections.reading(metric, id, measurement, Reasons.TIME_IN_FUTURE, detail);
      return;
    }
    output.reading(
        new DecodedReading(
            id,
            binding.placement(),
            binding.measurement(),
            value.get(),
            eventTime,
            message.receivedAtMillis(),
            metric.getIsHistorical(),
            clockSynchronized,
            Metrics.qualityOf(metric).orElse(DecodedReading.NO_SOURCE_QUALITY),
            Metrics.sourceCodeOf(metric).orElse(""),
            message.position()));
  }

  /** Timestamps are unsigned on the wire: far below zero is a time beyond all calendars. */
  private static boolean isInFuture(long eventTimeMillis, long receivedAtMillis) {
    return eventTimeMillis < EARLIEST_MILLIS
        || eventTimeMillis - MAX_CLOCK_SKEW.toMillis() > receivedAtMillis;
  }

  /** An alias of another device must not lend this one its meaning. */
  private Optional<SeriesBinding> binding(Metric metric, String device) {
    if (metric.hasName()) {
      return memory.byName(device, metric.getName());
    }
    return metric.hasAlias()
        ? memory
            .byAlias(metric.getAlias())
            .filter(binding -> binding.placement().device().equals(device))
        : Optional.empty();
  }

  private static String text(Payload payload, String name) {
    return Metrics.findString(payload, name).orElse("");
  }
}
