package io.nagare.pipeline.tables;

import io.nagare.contracts.ColumnType;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** The type of a table's column: what Iceberg stores, and what Java gives for it. */
public enum CellType {
  /** Given as String. */
  STRING(Types.StringType.get()),
  /** Given as Integer. */
  INTEGER(Types.IntegerType.get()),
  /** Given as Long. */
  LONG(Types.LongType.get()),
  /** Given as Double. */
  DOUBLE(Types.DoubleType.get()),
  /** Given as Boolean. */
  BOOLEAN(Types.BooleanType.get()),
  /** UTC, microseconds; given as Long, in milliseconds since 1970. */
  TIMESTAMP(Types.TimestampType.withZone()),
  /** Given as byte array. */
  BINARY(Types.BinaryType.get());

  private final Type icebergType;

  CellType(Type icebergType) {
    this.icebergType = icebergType;
  }

  /** The type of a contract's column. */
  public static CellType of(ColumnType type) {
    return valueOf(type.name());
  }

  Type icebergType() {
    return icebergType;
  }

  /** What Flink's rows hold for a Java value. */
  Object cell(Object value) {
    return switch (this) {
      case STRING -> StringData.fromString((String) value);
      case TIMESTAMP -> TimestampData.fromEpochMillis((Long) value);
      default -> value;
    };
  }
}
