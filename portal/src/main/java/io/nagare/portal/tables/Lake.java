package io.nagare.portal.tables;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.jdbc.JdbcClientPool;
import org.apache.iceberg.jdbc.UncheckedInterruptedException;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the product, read only: an Iceberg {@code JdbcCatalog} named {@code nagare} in
 * PostgreSQL, namespace {@code nagare}.
 *
 * <p>It connects with the first question and again after a failure, so it may be made while the
 * database is away. Safe for many threads.
 */
public final class Lake implements AutoCloseable {
  private static final String NAME = "nagare";
  private static final Namespace NAMESPACE = Namespace.of(NAME);

  /** PostgreSQL, appendix A: a relation that does not exist. The first job makes it. */
  private static final String UNDEFINED_TABLE = "42P01";

  private final LakeSettings settings;
  private final Map<String, List<TableColumn>> known;
  private @Nullable JdbcCatalog catalog;

  /** Tables that lie where the settings say; {@code known} ones are empty until they exist. */
  public Lake(LakeSettings settings, Map<String, List<TableColumn>> known) {
    this.settings = settings;
    this.known = Map.copyOf(known);
  }

  /**
   * Names of all tables, sorted: those that exist, and those that are known to come.
   *
   * @throws LakeUnavailable if the catalog cannot be read
   */
  public Set<String> names() throws LakeUnavailable {
    Set<String> names = new TreeSet<>(known.keySet());
    names.addAll(existing());
    return names;
  }

  /**
   * The newest snapshot of a table with its files; no rows for a known table that does not exist
   * yet, nothing for an unknown one.
   *
   * @throws LakeUnavailable if the catalog or a file of the table's metadata cannot be read
   */
  public Optional<PlannedTable> plan(String name) throws LakeUnavailable {
    try {
      return Optional.of(plan(name, catalog().loadTable(TableIdentifier.of(NAMESPACE, name))));
    } catch (NoSuchTableException | NoSuchNamespaceException absent) {
      return notYet(name);
    } catch (UncheckedSQLException failed) {
      if (isUndefinedTable(failed)) {
        return notYet(name);
      }
      throw unavailable(failed);
    } catch (NotFoundException | RuntimeIOException | UncheckedInterruptedException failed) {
      throw new LakeUnavailable(
          "table %s cannot be planned: %s".formatted(name, failed.getMessage()), failed);
    } catch (IOException failed) {
      throw new LakeUnavailable(
          "table %s cannot be planned: %s".formatted(name, failed.getMessage()), failed);
    }
  }

  /** Iceberg's catalog asks the database when it is opened, so it is opened when it is needed. */
  private synchronized JdbcCatalog catalog() throws LakeUnavailable {
    if (catalog != null) {
      return catalog;
    }
    // false: the portal never creates the catalog's own tables
    JdbcCatalog opened =
        new JdbcCatalog(
            properties -> new LocalFileIO(),
            properties -> new JdbcClientPool(settings.catalogUri(), properties),
            false);
    try {
      opened.initialize(NAME, properties());
    } catch (UncheckedSQLException | UncheckedInterruptedException failed) {
      throw unavailable(failed);
    }
    catalog = opened;
    return opened;
  }

  private Map<String, String> properties() {
    return Map.of(
        CatalogProperties.URI,
        settings.catalogUri(),
        CatalogProperties.WAREHOUSE_LOCATION,
        settings.warehouse(),
        "jdbc.user",
        settings.catalogUser(),
        "jdbc.readOnly",
        "true",
        "jdbc.connectTimeout",
        "5",
        "jdbc.loginTimeout",
        "5",
        "jdbc.socketTimeout",
        "30");
  }

  private Set<String> existing() throws LakeUnavailable {
    try {
      Set<String> names = new TreeSet<>();
      catalog().listTables(NAMESPACE).forEach(table -> names.add(table.name()));
      return names;
    } catch (NoSuchNamespaceException none) {
      return Set.of();
    } catch (UncheckedSQLException failed) {
      if (isUndefinedTable(failed)) {
        return Set.of();
      }
      throw unavailable(failed);
    } catch (UncheckedInterruptedException failed) {
      throw unavailable(failed);
    }
  }

  private Optional<PlannedTable> notYet(String name) {
    return Optional.ofNullable(known.get(name)).map(columns -> PlannedTable.empty(name, columns));
  }

  private static PlannedTable plan(String name, Table table) throws IOException {
    List<TableColumn> columns = new ArrayList<>();
    for (NestedField field : table.schema().columns()) {
      columns.add(
          new TableColumn(
              field.name(), ColumnTypes.duckDb(field.type()), OptionalInt.of(field.fieldId())));
    }
    Snapshot snapshot = table.currentSnapshot();
    if (snapshot == null) {
      return PlannedTable.empty(name, columns);
    }
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot.snapshotId()).planFiles()) {
      for (FileScanTask task : tasks) {
        files.add(path(name, task));
      }
    }
    return new PlannedTable(
        name,
        columns,
        files,
        OptionalLong.of(snapshot.snapshotId()),
        Optional.of(Instant.ofEpochMilli(snapshot.timestampMillis())));
  }

  /** Tables are append-only, so a row-level delete means that something else wrote them. */
  private static String path(String name, FileScanTask task) throws IOException {
    if (!task.deletes().isEmpty()) {
      throw new IOException(
          "it has row-level deletes, which this reader would ignore; compact the table " + name);
    }
    if (task.file().format() != FileFormat.PARQUET) {
      throw new IOException(task.file().location() + " is no Parquet file");
    }
    return LocalFileIO.pathOf(task.file().location()).toString();
  }

  private LakeUnavailable unavailable(Exception cause) {
    return new LakeUnavailable(
        "the catalog of tables at %s does not answer (%s); is PostgreSQL running?"
            .formatted(settings.catalogUri(), rootMessage(cause)),
        cause);
  }

  private static boolean isUndefinedTable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.sql.SQLException sql && UNDEFINED_TABLE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  @Override
  public synchronized void close() {
    if (catalog != null) {
      catalog.close();
    }
  }
}
