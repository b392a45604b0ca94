package io.nagare.sparkplug;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertySet;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertyValue;

/** Builds and finds the metrics that travel by name. */
public final class Metrics {
  private Metrics() {}

  /** An Int64 metric. */
  public static Metric int64(String name, long timestampMillis, long value) {
    return named(name, DataType.Int64, timestampMillis).setLongValue(value).build();
  }

  /** A Boolean metric. */
  public static Metric bool(String name, long timestampMillis, boolean value) {
    return named(name, DataType.Boolean, timestampMillis).setBooleanValue(value).build();
  }

  /** A String metric. */
  public static Metric string(String name, long timestampMillis, String value) {
    return named(name, DataType.String, timestampMillis).setStringValue(value).build();
  }

  /** A Bytes metric. */
  public static Metric bytes(String name, long timestampMillis, byte[] value) {
    return named(name, DataType.Bytes, timestampMillis)
        .setBytesValue(ByteString.copyFrom(value))
        .build();
  }

  /** A metric that is declared but has no value now. */
  public static Metric absent(String name, DataType type, long timestampMillis) {
    return named(name, type, timestampMillis).setIsNull(true).build();
  }

  /** A metric that still needs its value, with name, data type and time set. */
  public static Metric.Builder named(String name, DataType type, long timestampMillis) {
    return Metric.newBuilder()
        .setName(name)
        .setDatatype(type.getNumber())
        .setTimestamp(timestampMillis);
  }

  /** The Int64 value of the metric with this name; empty if it is not there or is null. */
  public static Optional<Long> findInt64(Payload payload, String name) {
    return find(payload, name).filter(Metric::hasLongValue).map(Metric::getLongValue);
  }

  /** The Boolean value of the metric with this name; empty if it is not there or is null. */
  public static Optional<Boolean> findBoolean(Payload payload, String name) {
    return find(payload, name).filter(Metric::hasBooleanValue).map(Metric::getBooleanValue);
  }

  /** The String value of the metric with this name; empty if it is not there or is null. */
  public static Optional<String> findString(Payload payload, String name) {
    return find(payload, name).filter(Metric::hasStringValue).map(Metric::getStringValue);
  }

  /** The metric with this name, if it has a value. */
  public static Optional<Metric> find(Payload payload, String name) {
    for (Metric metric : payload.getMetricsList()) {
      if (!metric.getIsNull() && metric.getName().equals(name)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }

  /** Whether a DDATA's metric is a reading, and so has an offset: all but the spool's own are. */
  public static boolean isReading(Metric metric) {
    return !metric.hasName() || !MetricNames.isSpool(metric.getName());
  }

  /** A property set with a quality code and, where the source gave one, its own code. */
  public static PropertySet quality(int code, Optional<String> sourceCode) {
    PropertySet.Builder properties =
        PropertySet.newBuilder()
            .addKeys(MetricNames.PROPERTY_QUALITY)
            .addValues(
                PropertyValue.newBuilder().setType(DataType.Int32_VALUE).setIntValue(code).build());
    sourceCode.ifPresent(
        text ->
            properties
                .addKeys(MetricNames.PROPERTY_SOURCE_CODE)
                .addValues(
                    PropertyValue.newBuilder()
                        .setType(DataType.String_VALUE)
                        .setStringValue(text)
                        .build()));
    return properties.build();
  }

  /** The quality code of a metric; empty if it carries none, which means GOOD. */
  public static Optional<Integer> qualityOf(Metric metric) {
    return property(metric, MetricNames.PROPERTY_QUALITY)
        .filter(PropertyValue::hasIntValue)
        .map(PropertyValue::getIntValue);
  }

  /** The source's own code of a metric, verbatim. */
  public static Optional<String> sourceCodeOf(Metric metric) {
    return property(metric, MetricNames.PROPERTY_SOURCE_CODE)
        .filter(PropertyValue::hasStringValue)
        .map(PropertyValue::getStringValue);
  }

  private static Optional<PropertyValue> property(Metric metric, String key) {
    if (!metric.hasProperties()) {
      return Optional.empty();
    }
    PropertySet properties = metric.getProperties();
    int index = properties.getKeysList().indexOf(key);
    return index < 0 || index >= properties.getValuesCount()
        ? Optional.empty()
        : Optional.of(properties.getValues(index));
  }
}
