package io.nagare.portal.sql;

import io.nagare.portal.tables.PlannedTable;
import io.nagare.portal.tables.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A name that queries use, with the rows that stand behind it.
 *
 * @param name of the view
 * @param table whose files it reads
 * @param sql of the view
 */
record TableView(String name, PlannedTable table, String sql) {
  /** Ends the name of the view that shows every revision of a dataset's rows. */
  static final String REVISIONS = "_revisions";

  /** All rows. */
  static TableView all(String name, PlannedTable table) {
    return new TableView(name, table, QuerySession.scan(table));
  }

  /** Of the rows with the same key only the newest revision. */
  static TableView newest(String name, PlannedTable table, List<String> key) {
    String keys = key.stream().map(Quoted::name).collect(Collectors.joining(", "));
    return new TableView(
        name,
        table,
        """
        SELECT * FROM (%s) QUALIFY row_number() OVER (
          PARTITION BY %s ORDER BY revision DESC, emitted_at DESC) = 1\
        """
            .formatted(QuerySession.scan(table), keys));
  }
}
