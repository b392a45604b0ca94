package io.nagare.pipeline.decode;

import io.nagare.pipeline.reading.Value;
import io.nagare.pipeline.reading.ValueKind;
import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/** Reads the value of a Sparkplug metric as the data type that its birth declared. */
final class MetricValues {
  private MetricValues() {}

  /**
   * The value of a metric.
   *
   * @return empty if it holds another type than the declared one, or the type carries no reading
   */
  static Optional<Value> read(Metric metric, int dataType) {
    if (metric.getIsNull()) {
      return kind(dataType).map(Value::absent);
    }
    return switch (dataType) {
      case DataType.Double_VALUE -> number(metric.hasDoubleValue(), metric.getDoubleValue());
      case DataType.Float_VALUE -> number(metric.hasFloatValue(), metric.getFloatValue());
      // Sparkplug 3.0 §6.4.16: narrow integers travel in an unsigned field, two's complement.
      case DataType.Int8_VALUE -> number(metric.hasIntValue(), (byte) metric.getIntValue());
      case DataType.Int16_VALUE -> number(metric.hasIntValue(), (short) metric.getIntValue());
      case DataType.Int32_VALUE -> number(metric.hasIntValue(), metric.getIntValue());
      case DataType.UInt8_VALUE, DataType.UInt16_VALUE ->
          number(metric.hasIntValue(), metric.getIntValue());
      case DataType.UInt32_VALUE -> unsigned32(metric);
      case DataType.Int64_VALUE -> number(metric.hasLongValue(), (double) metric.getLongValue());
      case DataType.UInt64_VALUE ->
          number(metric.hasLongValue(), unsigned64(metric.getLongValue()));
      case DataType.Boolean_VALUE ->
          metric.hasBooleanValue()
              ? Optional.of(Value.of(metric.getBooleanValue()))
              : Optional.empty();
      case DataType.String_VALUE, DataType.Text_VALUE ->
          metric.hasStringValue()
              ? Optional.of(Value.of(metric.getStringValue()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<ValueKind> kind(int dataType) {
    return switch (dataType) {
      case DataType.Double_VALUE,
          DataType.Float_VALUE,
          DataType.Int8_VALUE,
          DataType.Int16_VALUE,
          DataType.Int32_VALUE,
          DataType.Int64_VALUE,
          DataType.UInt8_VALUE,
          DataType.UInt16_VALUE,
          DataType.UInt32_VALUE,
          DataType.UInt64_VALUE ->
          Optional.of(ValueKind.NUMBER);
      case DataType.Boolean_VALUE -> Optional.of(ValueKind.BOOLEAN);
      case DataType.String_VALUE, DataType.Text_VALUE -> Optional.of(ValueKind.TEXT);
      default -> Optional.empty();
    };
  }

  /** The name of a data type, for people. */
  static String typeName(int dataType) {
    DataType type = DataType.forNumber(dataType);
    return type == null ? "data type " + dataType : type.name();
  }

  private static Optional<Value> number(boolean present, double value) {
    return present ? Optional.of(Value.of(value)) : Optional.empty();
  }

  /** Some encoders put UInt32 into the wide field; both are in the specification's examples. */
  private static Optional<Value> unsigned32(Metric metric) {
    return metric.hasIntValue()
        ? Optional.of(Value.of((double) Integer.toUnsignedLong(metric.getIntValue())))
        : number(metric.hasLongValue(), (double) metric.getLongValue());
  }

  private static double unsigned64(long value) {
    return value >= 0 ? (double) value : (double) (value >>> 1) * 2.0;
  }
}
