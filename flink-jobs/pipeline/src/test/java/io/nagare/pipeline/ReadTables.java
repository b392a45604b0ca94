package io.nagare.pipeline;

import io.nagare.pipeline.tables.CatalogSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.JobID;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** The tables as a reader sees them, without the pipeline's own code. */
final class ReadTables {
  private final CatalogSettings settings;

  ReadTables(CatalogSettings settings) {
    this.settings = settings;
  }

  int count(String table) {
    return rows(table).size();
  }

  List<List<Object>> recordIds(String table) {
    List<List<Object>> ids = new ArrayList<>();
    for (Record row : rows(table)) {
      if (row.struct().field("dataset") == null || row.getField("dataset") == null) {
        ids.add(
            List.of(
                row.getField("gateway"),
                row.getField("record_epoch"),
                row.getField("record_offset")));
      }
    }
    return ids;
  }

  /** How many snapshots of the readings table a job has committed. */
  int committed(JobID job) {
    return with(
        "readings",
        table -> {
          int snapshots = 0;
          for (var snapshot : table.snapshots()) {
            if (job.toHexString().equals(snapshot.summary().get("flink.job-id"))) {
              snapshots++;
            }
          }
          return snapshots;
        });
  }

  List<Record> rows(String name) {
    return with(
        name,
        table -> {
          List<Record> rows = new ArrayList<>();
          try (CloseableIterable<Record> records = IcebergGenerics.read(table).build()) {
            records.forEach(rows::add);
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
          return rows;
        });
  }

  private <T> T with(String name, Function<Table, T> use) {
    try (JdbcCatalog catalog = new JdbcCatalog()) {
      catalog.setConf(new Configuration());
      catalog.initialize(
          CatalogSettings.NAME,
          Map.of(
              "uri", settings.uri(),
              "jdbc.user", settings.user(),
              "jdbc.schema-version", "V1",
              "warehouse", settings.warehouse()));
      return use.apply(catalog.loadTable(TableIdentifier.of(CatalogSettings.NAME, name)));
    }
  }
}
