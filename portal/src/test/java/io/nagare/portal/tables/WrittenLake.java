package io.nagare.portal.tables;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.jdbc.JdbcClientPool;
import org.apache.iceberg.parquet.Parquet;

/**
 * Iceberg tables as the pipeline writes them: a real PostgreSQL, Hadoop's file access, Parquet. Its
 * files lie in folders whose names look like values of a column, as those of partitions do.
 */
public final class WrittenLake implements AutoCloseable {
  private static final Namespace NAMESPACE = Namespace.of("nagare");

  private final Path warehouse;
  private final EmbeddedPostgres postgres;
  private final JdbcCatalog catalog;

  /** An empty catalog; its tables lie in the folder. */
  public WrittenLake(Path warehouse) {
    this.warehouse = warehouse;
    try {
      this.postgres = EmbeddedPostgres.builder().start();
    } catch (IOException failed) {
      throw new UncheckedIOException("PostgreSQL does not start", failed);
    }
    this.catalog =
        new JdbcCatalog(
            properties -> {
              HadoopFileIO files = new HadoopFileIO(new org.apache.hadoop.conf.Configuration());
              files.initialize(properties);
              return files;
            },
            properties -> new JdbcClientPool(uri(), properties),
            true);
    catalog.initialize(
        "nagare",
        Map.of(
            CatalogProperties.URI,
            uri(),
            CatalogProperties.WAREHOUSE_LOCATION,
            warehouse.toUri().toString(),
            "jdbc.user",
            "postgres"));
    catalog.createNamespace(NAMESPACE, Map.of());
  }

  /** Where a reader finds it. */
  public LakeSettings settings() {
    return new LakeSettings(uri(), "postgres", warehouse.toString());
  }

  /** Makes a table. */
  public Table create(String name, Schema schema, PartitionSpec partitions) {
    return catalog.createTable(
        TableIdentifier.of(NAMESPACE, name), schema, partitions, Map.of("format-version", "2"));
  }

  /** Commits rows as one file; values in the order of the table's columns. */
  public void append(Table table, Object[]... rows) {
    List<Record> records = new ArrayList<>();
    for (Object[] row : rows) {
      GenericRecord record = GenericRecord.create(table.schema());
      for (int i = 0; i < row.length; i++) {
        record.set(i, row[i]);
      }
      records.add(record);
    }
    table.newAppend().appendFile(write(table, records)).commit();
  }

  private static DataFile write(Table table, List<Record> records) {
    String location =
        table
            .locationProvider()
            .newDataLocation("site=elsewhere/" + UUID.randomUUID() + ".parquet");
    try {
      DataWriter<Record> writer =
          Parquet.writeData(table.io().newOutputFile(location))
              .schema(table.schema())
              .withSpec(PartitionSpec.unpartitioned())
              .createWriterFunc(GenericParquetWriter::create)
              .build();
      try (writer) {
        records.forEach(writer::write);
      }
      return writer.toDataFile();
    } catch (IOException failed) {
      throw new UncheckedIOException(location, failed);
    }
  }

  private String uri() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() throws IOException {
    catalog.close();
    postgres.close();
  }
}
