package io.nagare.standalone.ledger;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many rows each table has, as its newest snapshot says (Iceberg table specification,
 * "Snapshots": summary field {@code total-records}).
 *
 * <p>That costs a small query and a small file, so it can be asked several times a second while the
 * pipeline is busy. It counts rows and not records: what it says decides when to look closely.
 *
 * @param tables the tables by name
 */
public record CommittedRows(Map<String, Table> tables) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLES =
      "SELECT table_name, metadata_location FROM iceberg_tables ORDER BY table_name";
  private static final String NO_SUCH_TABLE = "42P01"; // PostgreSQL, appendix A

  /**
   * One table.
   *
   * @param rows its rows
   * @param complete when a commit brought it to this number of rows; the epoch if it has none
   */
  public record Table(long rows, Instant complete) {}

  /** Rows whose map cannot change. */
  public CommittedRows {
    tables = Map.copyOf(tables);
  }

  /** Asks the catalog at this JDBC address. */
  public static CommittedRows read(String catalogUri, String user) throws IOException {
    Map<String, Table> tables = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(catalogUri, user, "");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(TABLES)) {
      while (result.next()) {
        tables.put(result.getString(1), table(metadata(result.getString(2))));
      }
    } catch (SQLException failed) {
      if (!NO_SUCH_TABLE.equals(failed.getSQLState())) {
        throw new IOException("the catalog does not answer: " + failed.getMessage(), failed);
      }
    }
    return new CommittedRows(tables);
  }

  /** Rows of these tables together. */
  public long rows(Set<String> names) {
    return names.stream().mapToLong(name -> of(name).rows()).sum();
  }

  /** When the last of these tables got its last rows. */
  public Instant complete(Set<String> names) {
    return names.stream()
        .map(name -> of(name).complete())
        .max(naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private Table of(String name) {
    return tables.getOrDefault(name, new Table(0, Instant.EPOCH));
  }

  private static JsonNode metadata(String location) throws IOException {
    return JSON.readTree(Files.readAllBytes(Path.of(location.replaceFirst("^file:/+", "/"))));
  }

  /** Commits that add nothing are made too, so the first with the newest number counts. */
  static Table table(JsonNode metadata) {
    long current = metadata.path("current-snapshot-id").asLong(-1);
    long rows = 0;
    for (JsonNode snapshot : metadata.path("snapshots")) {
      if (snapshot.path("snapshot-id").asLong() == current) {
        rows = totalOf(snapshot);
      }
    }
    Instant complete = Instant.EPOCH;
    for (JsonNode snapshot : metadata.path("snapshots")) {
      Instant committed = Instant.ofEpochMilli(snapshot.path("timestamp-ms").asLong());
      if (totalOf(snapshot) == rows
          && (complete.equals(Instant.EPOCH) || committed.isBefore(complete))) {
        complete = committed;
      }
    }
    return new Table(rows, complete);
  }

  private static long totalOf(JsonNode snapshot) {
    return snapshot.path("summary").path("total-records").asLong();
  }
}
