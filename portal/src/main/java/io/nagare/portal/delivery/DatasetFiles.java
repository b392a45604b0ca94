package io.nagare.portal.delivery;

import io.nagare.contracts.DatasetContract;
import io.nagare.portal.delivery.Publication.DeliveredFile;
import io.nagare.portal.delivery.Publication.Sample;
import io.nagare.portal.sql.CsvRows;
import io.nagare.portal.sql.TableQueries;
import io.nagare.portal.tables.LakeUnavailable;
import io.nagare.portal.tables.PlannedTable;
import io.nagare.portal.tables.Quoted;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a dataset's newest rows as CSV and Parquet files, sorted by the dataset's key. */
public final class DatasetFiles {
  private static final int SAMPLE_ROWS = 8;

  private final TableQueries queries;
  private final Path folder;

  /** Files go into a folder that exists. */
  public DatasetFiles(TableQueries queries, Path folder) {
    this.queries = queries;
    this.folder = folder;
  }

  /**
   * Writes all files of one version.
   *
   * @throws LakeUnavailable if the table's files cannot be read
   * @throws IOException if the files cannot be written
   */
  Publication write(DatasetContract contract, PlannedTable table)
      throws LakeUnavailable, IOException {
    String key = contract.key().stream().map(Quoted::name).collect(Collectors.joining(", "));
    String rows = "SELECT * FROM %s ORDER BY %s".formatted(Quoted.name(contract.table()), key);
    Path csv = path(contract, table, FileFormat.CSV);
    CountedRows counted;
    try (Writer out = utf8(csv)) {
      counted = new CountedRows(new CsvRows(out));
      queries.read(contract, table, rows, folder, counted);
    }
    Path parquet = path(contract, table, FileFormat.PARQUET);
    queries.deliver(
        contract,
        table,
        "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)"
            .formatted(rows, Quoted.text(parquet.toString())),
        folder);
    return new Publication(
        table.version(),
        modified(contract, table),
        counted.count(),
        List.of(file(FileFormat.CSV, csv), file(FileFormat.PARQUET, parquet)),
        sample(contract, table));
  }

  /** The time of the last commit; before the first one, the day of the release. */
  private static Instant modified(DatasetContract contract, PlannedTable table) {
    return table
        .committedAt()
        .orElseGet(() -> contract.issued().atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private Sample sample(DatasetContract contract, PlannedTable table)
      throws LakeUnavailable, IOException {
    boolean windows =
        table.columns().stream().anyMatch(column -> column.name().equals("window_start"));
    SampleRows rows = new SampleRows();
    queries.read(
        contract,
        table,
        "SELECT * FROM %s %s LIMIT %d"
            .formatted(
                Quoted.name(contract.table()),
                windows ? "ORDER BY window_start DESC" : "",
                SAMPLE_ROWS),
        folder,
        rows);
    return rows.sample();
  }

  private Path path(DatasetContract contract, PlannedTable table, FileFormat format) {
    return folder.resolve("%s-%s.%s".formatted(contract.id(), table.version(), format.extension()));
  }

  private static Writer utf8(Path path) throws IOException {
    OutputStream out = Files.newOutputStream(path);
    return new BufferedWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  private static DeliveredFile file(FileFormat format, Path path) throws IOException {
    return new DeliveredFile(format, path, Files.size(path), sha256(path));
  }

  private static String sha256(Path path) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
