package io.nagare.portal.tables;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One table at one snapshot: its columns and the files that hold its rows.
 *
 * @param name of the table
 * @param columns in the order of the schema
 * @param files paths of the Parquet files; files of a snapshot never change
 * @param snapshotId absent as long as nothing was committed
 * @param committedAt when the snapshot was committed
 */
public record PlannedTable(
    String name,
    List<TableColumn> columns,
    List<String> files,
    OptionalLong snapshotId,
    Optional<Instant> committedAt) {

  /** Keeps copies of the lists. */
  public PlannedTable {
    columns = List.copyOf(columns);
    files = List.copyOf(files);
  }

  /** A table that nothing was committed to. */
  public static PlannedTable empty(String name, List<TableColumn> columns) {
    return new PlannedTable(name, columns, List.of(), OptionalLong.empty(), Optional.empty());
  }

  /** What tells two states of a table apart, in a few characters that a file name may hold. */
  public String version() {
    return snapshotId.isPresent() ? Long.toString(snapshotId.getAsLong()) : "empty";
  }
}
