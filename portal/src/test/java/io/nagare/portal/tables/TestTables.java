package io.nagare.portal.tables;

import io.nagare.contracts.Column;
import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/** Tables with a few rows that tests can count by hand. */
public final class TestTables {
  /** Rows of the parking dataset when only the newest revision of each counts. */
  public static final int PARKING_ROWS = 12;

  /** Rows of the parking table, all revisions. */
  public static final int PARKING_REVISIONS = 14;

  private static final OffsetDateTime START =
      Instant.parse("2025-06-08T00:00:00Z").atOffset(ZoneOffset.UTC);

  private TestTables() {}

  /** Three car parks, four quarters of an hour; two rows were revised in a later commit. */
  public static void writeParking(WrittenLake lake) {
    DatasetContract contract =
        ContractLibrary.builtIn().find("parking-occupancy-15min").orElseThrow();
    Table table = lake.create(contract.table(), schema(contract), PartitionSpec.unpartitioned());
    List<Object[]> first = new ArrayList<>();
    for (int lot = 0; lot < 3; lot++) {
      for (int window = 0; window < 4; window++) {
        first.add(parking(contract, lot, window, 100 - 10 * lot - window, 1));
      }
    }
    lake.append(table, first.toArray(Object[][]::new));
    lake.append(table, parking(contract, 0, 0, 77, 2), parking(contract, 1, 3, 55, 2));
  }

  /** Readings: three of one machine, one with a text, one without a value. */
  public static Table writeReadings(WrittenLake lake) {
    Table table =
        lake.create(
            "readings",
            new Schema(
                NestedField.required(1, "site", Types.StringType.get()),
                NestedField.required(2, "device", Types.StringType.get()),
                NestedField.required(3, "measurement", Types.StringType.get()),
                NestedField.optional(4, "value", Types.DoubleType.get()),
                NestedField.optional(5, "text", Types.StringType.get()),
                NestedField.required(6, "event_time", Types.TimestampType.withZone()),
                NestedField.required(7, "flag", Types.IntegerType.get()),
                NestedField.required(8, "record_offset", Types.LongType.get()),
                NestedField.required(9, "historical", Types.BooleanType.get())),
            PartitionSpec.unpartitioned());
    lake.append(
        table,
        new Object[] {"s", "m-1", "vibration", 2.5, null, START, 1, 0L, false},
        new Object[] {
          "s", "m-1", "vibration", -0.125, null, START.plusNanos(1_500_000), 3, 1L, true
        });
    lake.append(
        table,
        new Object[] {"s", "m-1", "state", null, "運転中, \"ok\"", START.plusSeconds(1), 1, 2L, false},
        new Object[] {"s", "m-2", "vibration", null, null, START.plusSeconds(2), 9, 3L, false});
    return table;
  }

  private static Schema schema(DatasetContract contract) {
    List<NestedField> fields = new ArrayList<>();
    for (Column column : contract.columns()) {
      fields.add(
          NestedField.of(fields.size() + 1, !column.required(), column.name(), type(column)));
    }
    return new Schema(fields);
  }

  private static Type type(Column column) {
    return switch (column.type()) {
      case STRING -> Types.StringType.get();
      case INTEGER -> Types.IntegerType.get();
      case LONG -> Types.LongType.get();
      case DOUBLE -> Types.DoubleType.get();
      case BOOLEAN -> Types.BooleanType.get();
      case TIMESTAMP -> Types.TimestampType.withZone();
    };
  }

  private static Object[] parking(
      DatasetContract contract, int lot, int window, double free, int revision) {
    return contract.columns().stream()
        .map(column -> value(column, lot, window, free, revision))
        .toArray();
  }

  private static Object value(Column column, int lot, int window, double free, int revision) {
    OffsetDateTime start = START.plus(Duration.ofMinutes(15L * window));
    return switch (column.name()) {
      case "site" -> "shared-site";
      case "place" -> "lot-" + lot;
      case "window_start" -> start;
      case "window_end" -> start.plusMinutes(15);
      case "emitted_at" -> start.plusMinutes(16L + revision);
      case "revision" -> revision;
      case "free_last" -> free;
      case "quality_share" -> 1.0;
      default ->
          switch (column.type()) {
            case STRING -> column.name() + " 駅前";
            case INTEGER -> 1;
            case LONG -> 120L;
            case DOUBLE -> 0.5;
            case BOOLEAN -> true;
            case TIMESTAMP -> start;
          };
    };
  }
}
