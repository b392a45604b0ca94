package io.nagare.portal.tables;

import io.nagare.contracts.Column;
import io.nagare.contracts.ColumnType;
import io.nagare.contracts.DatasetContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of the tables that the product writes, so that a query works before the first row.
 */
public final class KnownTables {
  private static final String TIME = "TIMESTAMPTZ";
  private static final String TEXT = "VARCHAR";

  private KnownTables() {}

  /** Table name → columns: what is read, rejected and repeated, and every dataset. */
  public static Map<String, List<TableColumn>> with(List<DatasetContract> contracts) {
    Map<String, List<TableColumn>> tables = new LinkedHashMap<>();
    tables.put("readings", readings());
    tables.put("rejected", rejected());
    tables.put("repeated", repeated());
    for (DatasetContract contract : contracts) {
      tables.put(contract.table(), contract.columns().stream().map(KnownTables::column).toList());
    }
    return tables;
  }

  /** The type that DuckDB gives to a contract's column. */
  public static String typeOf(ColumnType type) {
    return switch (type) {
      case STRING -> TEXT;
      case INTEGER -> "INTEGER";
      case LONG -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case TIMESTAMP -> TIME;
    };
  }

  private static TableColumn column(Column column) {
    return TableColumn.of(column.name(), typeOf(column.type()));
  }

  private static List<TableColumn> readings() {
    return new Columns()
        .of(TEXT, "site", "gateway", "device", "profile", "measurement", "unit")
        .of("DOUBLE", "value")
        .of(TEXT, "text")
        .of(TIME, "event_time")
        .of(
            "INTEGER",
            "flag",
            "flag_missing",
            "flag_gross_range",
            "flag_impossible_date",
            "flag_source")
        .of(TEXT, "source_code", "ruleset")
        .of("BIGINT", "record_epoch", "record_offset")
        .of("BOOLEAN", "historical")
        .of(TIME, "received_at")
        .of("BOOLEAN", "clock_synchronized")
        .of(TEXT, "area", "asset")
        .list;
  }

  private static List<TableColumn> rejected() {
    return new Columns()
        .of(TEXT, "site", "gateway", "device", "measurement", "reason", "detail")
        .of(TIME, "event_time", "received_at")
        .of("BIGINT", "record_epoch", "record_offset")
        .of(TEXT, "topic")
        .of("BLOB", "raw")
        .of(TEXT, "dataset")
        .list;
  }

  private static List<TableColumn> repeated() {
    return new Columns()
        .of(TEXT, "site", "gateway")
        .of("BIGINT", "record_epoch", "record_offset")
        .of(TIME, "received_at")
        .list;
  }

  private static final class Columns {
    private final List<TableColumn> list = new ArrayList<>();

    private Columns of(String type, String... names) {
      for (String name : names) {
        list.add(TableColumn.of(name, type));
      }
      return this;
    }
  }
}
