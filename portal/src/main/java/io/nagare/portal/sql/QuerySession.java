package io.nagare.portal.sql;

import io.nagare.portal.tables.PlannedTable;
import io.nagare.portal.tables.Quoted;
import io.nagare.portal.tables.TableColumn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * One in-memory engine that sees the planned files of some tables and nothing else of the machine.
 */
final class QuerySession implements AutoCloseable {
  private final Connection connection;

  private QuerySession(Connection connection) {
    this.connection = connection;
  }

  /** An engine with one view per {@code views} entry, locked. */
  static QuerySession open(List<TableView> views, QueryLimits limits) throws SQLException {
    QuerySession session = new QuerySession(connect());
    try {
      session.prepare(views, limits);
      session.lock(views);
      return session;
    } catch (SQLException failed) {
      session.close();
      throw failed;
    }
  }

  /**
   * An engine with the same views that may also write files, and spills to a folder what its memory
   * cannot hold: for deliveries, never for users.
   */
  static QuerySession openForDelivery(List<TableView> views, QueryLimits limits, Path spill)
      throws SQLException {
    QuerySession session = new QuerySession(connect());
    try {
      session.prepare(views, limits);
      session.execute("SET temp_directory = " + Quoted.text(spill.toString()));
      return session;
    } catch (SQLException failed) {
      session.close();
      throw failed;
    }
  }

  /** An engine with nothing in it, to parse with. */
  static QuerySession openParser() throws SQLException {
    return open(List.of(), new QueryLimits(64, Duration.ofMinutes(1), 1));
  }

  Connection connection() {
    return connection;
  }

  private static Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    return DriverManager.getConnection("jdbc:duckdb:", properties);
  }

  private void prepare(List<TableView> views, QueryLimits limits) throws SQLException {
    execute("SET TimeZone = 'UTC'");
    execute("SET memory_limit = '%dMB'".formatted(limits.memoryMegabytes()));
    execute("SET temp_directory = ''");
    execute("SET threads = 2");
    execute("SET autoinstall_known_extensions = false");
    execute("SET autoload_known_extensions = false");
    for (TableView view : views) {
      execute("CREATE VIEW %s AS %s".formatted(Quoted.name(view.name()), view.sql()));
    }
  }

  private void lock(List<TableView> views) throws SQLException {
    String files =
        views.stream()
            .flatMap(view -> view.table().files().stream())
            .distinct()
            .map(Quoted::text)
            .collect(Collectors.joining(", ", "[", "]"));
    execute("SET allowed_paths = " + files);
    execute("SET enable_external_access = false");
    execute("SET lock_configuration = true");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** The rows of a table's files, columns found by their Iceberg field id. */
  static String scan(PlannedTable table) {
    if (table.files().isEmpty()) {
      return table.columns().stream()
          .map(column -> "CAST(NULL AS %s) AS %s".formatted(column.type(), name(column)))
          .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }
    String files =
        table.files().stream().map(Quoted::text).collect(Collectors.joining(", ", "[", "]"));
    String schema =
        table.columns().stream()
            .map(QuerySession::schemaEntry)
            .collect(Collectors.joining(", ", "MAP {", "}"));
    return "SELECT %s FROM read_parquet(%s, schema = %s, hive_partitioning = false)"
        .formatted(
            table.columns().stream().map(QuerySession::name).collect(Collectors.joining(", ")),
            files,
            schema);
  }

  private static String schemaEntry(TableColumn column) {
    return "%d: {name: %s, type: %s, default_value: NULL}"
        .formatted(
            column.fieldId().orElseThrow(), Quoted.text(column.name()), Quoted.text(column.type()));
  }

  private static String name(TableColumn column) {
    return Quoted.name(column.name());
  }
}
