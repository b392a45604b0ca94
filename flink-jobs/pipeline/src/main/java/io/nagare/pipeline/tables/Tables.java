package io.nagare.pipeline.tables;

import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.types.Types.NestedField;

/** The tables that the job writes to, in one namespace of one catalog. */
public final class Tables {
  private static final Namespace NAMESPACE = Namespace.of(CatalogSettings.NAME);

  /** Format 2, small metadata, and no empty snapshots while nothing comes. */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "format-version", "2",
          "write.format.default", "parquet",
          "write.parquet.compression-codec", "zstd",
          "write.metadata.delete-after-commit.enabled", "true",
          "write.metadata.previous-versions-max", "20",
          "flink.max-continuous-empty-commits", "720");

  private final CatalogLoader loader;
  private final Catalog catalog;

  private Tables(CatalogLoader loader) {
    this.loader = loader;
    this.catalog = loader.loadCatalog();
  }

  /** Opens the catalog in a database, and creates the namespace if it is absent. */
  public static Tables open(CatalogSettings settings) {
    return open(
        CatalogLoader.custom(
            CatalogSettings.NAME,
            settings.properties(),
            new Configuration(),
            "org.apache.iceberg.jdbc.JdbcCatalog"));
  }

  /** Opens a catalog, and creates the namespace if it is absent. */
  public static Tables open(CatalogLoader loader) {
    Tables tables = new Tables(loader);
    if (tables.catalog instanceof SupportsNamespaces namespaces
        && !namespaces.namespaceExists(NAMESPACE)) {
      namespaces.createNamespace(NAMESPACE);
    }
    return tables;
  }

  /**
   * Opens a table; creates it if it is absent, and adds columns that it lacks.
   *
   * @throws IllegalStateException if the table holds a column of the same name and another type
   */
  public TableLoader ensure(String name, Schema schema) {
    TableIdentifier identifier = TableIdentifier.of(NAMESPACE, name);
    if (catalog.tableExists(identifier)) {
      addMissingColumns(catalog.loadTable(identifier), schema);
    } else {
      catalog.createTable(identifier, schema, PartitionSpec.unpartitioned(), PROPERTIES);
    }
    return TableLoader.fromCatalog(loader, identifier);
  }

  /**
   * The last checkpoint of a job that a table holds the rows of.
   *
   * @return empty if the table is absent, or holds nothing of that job
   */
  public Optional<Long> lastCommittedCheckpoint(String name, String jobId) {
    TableIdentifier identifier = TableIdentifier.of(NAMESPACE, name);
    if (!catalog.tableExists(identifier)) {
      return Optional.empty();
    }
    Table table = catalog.loadTable(identifier);
    Snapshot snapshot = table.currentSnapshot();
    while (snapshot != null) {
      String checkpoint = snapshot.summary().get("flink.max-committed-checkpoint-id");
      if (checkpoint != null && jobId.equals(snapshot.summary().get("flink.job-id"))) {
        return Optional.of(Long.parseLong(checkpoint));
      }
      Long parent = snapshot.parentId();
      snapshot = parent == null ? null : table.snapshot(parent);
    }
    return Optional.empty();
  }

  private static void addMissingColumns(Table table, Schema wanted) {
    var update = table.updateSchema();
    boolean changed = false;
    for (NestedField field : wanted.columns()) {
      NestedField known = table.schema().findField(field.name());
      if (known == null) {
        update.addColumn(field.name(), field.type());
        changed = true;
      } else if (!known.type().equals(field.type())) {
        throw new IllegalStateException(
            "table %s: column %s is %s; this version writes %s: move the table away, or use the"
                    .formatted(table.name(), field.name(), known.type(), field.type())
                + " version that made it");
      }
    }
    if (changed) {
      update.commit();
    }
  }
}
