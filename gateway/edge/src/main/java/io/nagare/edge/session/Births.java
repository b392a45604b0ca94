package io.nagare.edge.session;

import io.nagare.edge.reading.Channel;
import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.reading.Value;
import io.nagare.profiles.ValueType;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * The devices that this node speaks for: their aliases, their newest values, their births.
 *
 * <p>An alias is given once in the life of the process and is unique in the whole edge node. Names
 * with a slash ({@code Spool/…}, {@code Device/…}) never have one. Not thread-safe.
 */
final class Births {
  private final Map<String, Born> devices = new LinkedHashMap<>();
  private long nextAlias = 1;

  /** Births of these devices, whether or not they have reported. */
  Births(Collection<Device> enrolled) {
    enrolled.forEach(this::add);
  }

  /** A device with its aliases and what was last sent of it. */
  static final class Born {
    private final Device device;
    private final long firstAlias;
    private final Value[] newest;
    private final long[] newestMillis;

    private Born(Device device, long firstAlias) {
      this.device = device;
      this.firstAlias = firstAlias;
      this.newest = new Value[device.channels().size()];
      this.newestMillis = new long[newest.length];
      Arrays.fill(newest, Value.MISSING);
      Arrays.fill(newestMillis, Long.MIN_VALUE);
    }

    Device device() {
      return device;
    }

    /** The metric of a DDATA for a reading: alias, time and value; the type stands in the birth. */
    Metric metric(Reading reading, boolean historical) {
      int channel = reading.channel();
      if (reading.eventMillis() >= newestMillis[channel]) {
        newestMillis[channel] = reading.eventMillis();
        newest[channel] = reading.value();
      }
      Metric.Builder metric =
          Metric.newBuilder().setAlias(firstAlias + channel).setTimestamp(reading.eventMillis());
      if (historical) {
        metric.setIsHistorical(true);
      }
      return withValue(metric, reading.value()).build();
    }
  }

  /** The devices that are to be born, in the order in which they became known. */
  List<Born> all() {
    return new ArrayList<>(devices.values());
  }

  /** The device as it was born; empty if it was not, or was born as something else. */
  @SuppressWarnings("ReferenceEquality") // the same instance is the usual case, and cheap to see
  Optional<Born> find(Device device) {
    Born born = devices.get(device.id());
    return born != null && (born.device == device || born.device.equals(device))
        ? Optional.of(born)
        : Optional.empty();
  }

  /** Takes in a device; its birth is to be published before its data. */
  Born add(Device device) {
    Born born = new Born(device, nextAlias);
    nextAlias += device.channels().size();
    devices.put(device.id(), born);
    return born;
  }

  /** The NBIRTH. */
  static Payload.Builder nodeBirth(
      long nowMillis, int bdSeq, long epoch, long committed, boolean clockSynchronized) {
    return Payload.newBuilder()
        .setTimestamp(nowMillis)
        .addMetrics(Metrics.int64(MetricNames.BD_SEQ, nowMillis, bdSeq))
        .addMetrics(Metrics.bool(MetricNames.REBIRTH, nowMillis, false))
        .addMetrics(Metrics.int64(MetricNames.SPOOL_EPOCH, nowMillis, epoch))
        .addMetrics(Metrics.int64(MetricNames.SPOOL_COMMITTED, nowMillis, committed))
        .addMetrics(Metrics.bool(MetricNames.CLOCK_SYNCHRONIZED, nowMillis, clockSynchronized));
  }

  /** The NDEATH, the same as will and when the node leaves: no seq. */
  static byte[] nodeDeath(long nowMillis, int bdSeq) {
    return Payload.newBuilder()
        .setTimestamp(nowMillis)
        .addMetrics(Metrics.int64(MetricNames.BD_SEQ, nowMillis, bdSeq))
        .build()
        .toByteArray();
  }

  /** The DBIRTH: what the device is, and every metric that it will ever send. */
  static Payload.Builder deviceBirth(Born born, long nowMillis, long epoch) {
    Device device = born.device;
    Payload.Builder birth = Payload.newBuilder().setTimestamp(nowMillis);
    birth.addMetrics(Metrics.string(MetricNames.DEVICE_PROFILE, nowMillis, device.profile()));
    birth.addMetrics(Metrics.string(MetricNames.DEVICE_KIND, nowMillis, device.kind()));
    Device.Place place = device.place();
    place
        .name()
        .ifPresent(
            name -> birth.addMetrics(Metrics.string(MetricNames.DEVICE_NAME, nowMillis, name)));
    place
        .area()
        .ifPresent(
            area -> birth.addMetrics(Metrics.string(MetricNames.DEVICE_AREA, nowMillis, area)));
    place
        .asset()
        .ifPresent(
            asset -> birth.addMetrics(Metrics.string(MetricNames.DEVICE_ASSET, nowMillis, asset)));
    place
        .capacity()
        .ifPresent(
            capacity ->
                birth.addMetrics(Metrics.int64(MetricNames.DEVICE_CAPACITY, nowMillis, capacity)));
    birth.addMetrics(Metrics.int64(MetricNames.SPOOL_EPOCH, nowMillis, epoch));
    birth.addMetrics(Metrics.absent(MetricNames.SPOOL_OFFSET, DataType.Int64, nowMillis));
    birth.addMetrics(Metrics.absent(MetricNames.SPOOL_STEPS, DataType.Bytes, nowMillis));
    for (int i = 0; i < device.channels().size(); i++) {
      birth.addMetrics(measurement(born, i, nowMillis));
    }
    return birth;
  }

  private static Metric measurement(Born born, int index, long nowMillis) {
    Channel channel = born.device.channels().get(index);
    boolean known = born.newestMillis[index] != Long.MIN_VALUE;
    Metric.Builder metric =
        Metrics.named(
                channel.name(),
                dataType(channel.type()),
                known ? born.newestMillis[index] : nowMillis)
            .setAlias(born.firstAlias + index);
    return withValue(metric, born.newest[index]).build();
  }

  private static Metric.Builder withValue(Metric.Builder metric, Value value) {
    if (value instanceof Value.Numeric number) {
      return metric.setDoubleValue(number.value());
    }
    if (value instanceof Value.Truth truth) {
      return metric.setBooleanValue(truth.value());
    }
    if (value instanceof Value.Text text) {
      return metric.setStringValue(text.value());
    }
    return metric.setIsNull(true);
  }

  private static DataType dataType(ValueType type) {
    return switch (type) {
      case NUMBER -> DataType.Double;
      case BOOLEAN -> DataType.Boolean;
      case STRING -> DataType.String;
    };
  }
}
