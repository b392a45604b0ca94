package io.nagare.portal.tables;

import java.util.stream.Collectors;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Iceberg's types in DuckDB's words. */
final class ColumnTypes {
  private ColumnTypes() {}

  /** The DuckDB type that holds every value of an Iceberg type. */
  static String duckDb(Type type) {
    return switch (type.typeId()) {
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "INTEGER";
      case LONG -> "BIGINT";
      case FLOAT -> "FLOAT";
      case DOUBLE -> "DOUBLE";
      case DATE -> "DATE";
      case TIME -> "TIME";
      case TIMESTAMP ->
          ((Types.TimestampType) type).shouldAdjustToUTC() ? "TIMESTAMPTZ" : "TIMESTAMP";
      case STRING -> "VARCHAR";
      case UUID -> "UUID";
      case FIXED, BINARY -> "BLOB";
      case DECIMAL -> {
        Types.DecimalType decimal = (Types.DecimalType) type;
        yield "DECIMAL(" + decimal.precision() + "," + decimal.scale() + ")";
      }
      case LIST -> duckDb(type.asListType().elementType()) + "[]";
      case MAP ->
          "MAP("
              + duckDb(type.asMapType().keyType())
              + ", "
              + duckDb(type.asMapType().valueType())
              + ")";
      case STRUCT ->
          type.asStructType().fields().stream()
              .map(field -> Quoted.name(field.name()) + " " + duckDb(field.type()))
              .collect(Collectors.joining(", ", "STRUCT(", ")"));
      default ->
          throw new IllegalArgumentException("Iceberg type " + type + " cannot be queried yet");
    };
  }
}
