package io.nagare.portal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import io.nagare.portal.tables.KnownTables;
import io.nagare.portal.tables.Lake;
import io.nagare.portal.tables.LakeSettings;
import io.nagare.portal.tables.LakeUnavailable;
import io.nagare.portal.tables.TestTables;
import io.nagare.portal.tables.WrittenLake;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries over tables that Iceberg wrote, friendly and hostile. */
class TableQueriesIT {
  private static final List<DatasetContract> CONTRACTS = ContractLibrary.builtIn().all();
  private static final QueryLimits LIMITS = new QueryLimits(256, Duration.ofSeconds(20), 100_000);

  @TempDir static Path folder;

  private static WrittenLake written;
  private static Table readings;
  private static Lake lake;
  private static TableQueries queries;

  @BeforeAll
  static void write() {
    written = new WrittenLake(folder.resolve("warehouse"));
    lake = new Lake(written.settings(), KnownTables.with(CONTRACTS));
    queries = new TableQueries(lake, CONTRACTS);
    readings = TestTables.writeReadings(written);
    TestTables.writeParking(written);
  }

  @AfterAll
  static void close() throws Exception {
    queries.close();
    lake.close();
    written.close();
  }

  @Test
  void writesCsvAfterRfc4180WithTimesInUtc() throws Exception {
    assertThat(
            csv(
                "SELECT device, value, text, event_time, flag, historical FROM readings"
                    + " ORDER BY record_offset"))
        .isEqualTo(
            """
            device,value,text,event_time,flag,historical\r
            m-1,2.5,,2025-06-08T00:00:00.000Z,1,false\r
            m-1,-0.125,,2025-06-08T00:00:00.001500Z,3,true\r
            m-1,,"運転中, ""ok""\",2025-06-08T00:00:01.000Z,1,false\r
            m-2,,,2025-06-08T00:00:02.000Z,9,false\r
            """);
  }

  @Test
  void writesJsonAsOneArrayOfObjects() throws Exception {
    StringWriter out = new StringWriter();
    queries.run(
        "SELECT record_offset AS o, value, text, flag = 9 AS gone FROM readings ORDER BY o LIMIT 3",
        LIMITS,
        new JsonRows(out));
    assertThat(out.toString())
        .isEqualTo(
            """
            [
            {"o":0,"value":2.5,"text":null,"gone":false},
            {"o":1,"value":-0.125,"text":null,"gone":false},
            {"o":2,"value":null,"text":"運転中, \\"ok\\"","gone":false}
            ]
            """);
  }

  @Test
  void showsTheNewestRevisionOfADatasetAndAllOnesBesideIt() throws Exception {
    assertThat(csv("SELECT count(*) AS n FROM parking_occupancy_15min"))
        .isEqualTo("n\r\n" + TestTables.PARKING_ROWS + "\r\n");
    assertThat(csv("SELECT count(*) AS n FROM parking_occupancy_15min_revisions"))
        .isEqualTo("n\r\n" + TestTables.PARKING_REVISIONS + "\r\n");
    assertThat(
            csv(
                "SELECT place, free_last, revision FROM parking_occupancy_15min"
                    + " WHERE revision > 1 ORDER BY place"))
        .isEqualTo("place,free_last,revision\r\nlot-0,77.0,2\r\nlot-1,55.0,2\r\n");
  }

  @Test
  void takesTheSiteFromTheFileAndNotFromTheNameOfItsFolder() throws Exception {
    assertThat(csv("SELECT DISTINCT site FROM readings")).isEqualTo("site\r\ns\r\n");
  }

  @Test
  void findsColumnsThatWereRenamedOrAddedAfterAFileWasWritten() throws Exception {
    Table table =
        written.create(
            "changing", readings.schema(), org.apache.iceberg.PartitionSpec.unpartitioned());
    Object[] row = {"s", "m-9", "vibration", 1.5, null, readingTime(), 1, 7L, false};
    written.append(table, row);
    table
        .updateSchema()
        .renameColumn("device", "machine")
        .addColumn("note", Types.StringType.get())
        .commit();
    assertThat(csv("SELECT machine, note, value FROM changing"))
        .isEqualTo("machine,note,value\r\nm-9,,1.5\r\n");
  }

  @Test
  void aTableThatIsKnownToComeIsEmptyWithItsColumns() throws Exception {
    assertThat(csv("SELECT * FROM repeated"))
        .isEqualTo("site,gateway,record_epoch,record_offset,received_at\r\n");
    assertThat(csv("SELECT * FROM equipment_health_1min")).startsWith("site,").hasLineCount(1);
  }

  @Test
  void namesTheTablesWhenThereIsNoneOfTheName() {
    assertThatThrownBy(() -> csv("SELECT * FROM reading"))
        .isInstanceOf(BadQuery.class)
        .hasMessageContaining("there is no table \"reading\"")
        .hasMessageContaining("parking_occupancy_15min_revisions, readings, rejected, repeated");
  }

  @Test
  void listsAndDescribesTables() throws Exception {
    assertThat(csv("SHOW TABLES")).contains("readings\r\n", "site_activity_15min_revisions\r\n");
    assertThat(csv("DESCRIBE readings")).contains("event_time,TIMESTAMP WITH TIME ZONE");
    assertThat(
            csv(
                "SELECT column_name FROM information_schema.columns"
                    + " WHERE table_name = 'repeated' ORDER BY ordinal_position"))
        .hasLineCount(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY readings TO '/tmp/stolen.csv'",
        "COPY (SELECT 1) TO '/tmp/stolen.csv'",
        "ATTACH '/tmp/other.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "SET memory_limit = '100GB'",
        "RESET enable_external_access",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP VIEW readings",
        "DROP VIEW readings",
        "CREATE TABLE t AS SELECT 1",
        "INSERT INTO readings SELECT * FROM readings",
        "EXPORT DATABASE '/tmp/stolen'",
        "EXPLAIN ANALYZE SELECT 1",
        "",
        "-- only a comment",
        "SELEC 1",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM \"/etc/passwd\"",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_csv_auto('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM read_json('/etc/passwd')",
        "SELECT * FROM read_parquet('/etc/passwd')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_views()",
        "SELECT * FROM query('SELECT 1')",
        "SELECT * FROM query_table(['readings'])",
        "SELECT * FROM pragma_database_list",
        "SELECT * FROM pg_catalog.pg_views",
        "SELECT * FROM sqlite_master",
        "SELECT current_setting('allowed_paths')",
        "SELECT (SELECT max(content) FROM read_text('/etc/passwd'))",
        "WITH x AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM x",
        "SELECT * FROM readings WHERE EXISTS (FROM read_text('/etc/passwd'))",
        "SELECT * FROM readings JOIN LATERAL (SELECT * FROM glob('/*')) g ON true",
        "SELECT 1 UNION ALL SELECT count(*) FROM read_text('/etc/passwd')",
        "SELECT getenv('HOME')"
      })
  void refusesWhateverIsNotOneSelectOverTheTables(String hostile) {
    assertThatThrownBy(() -> csv(hostile))
        .isInstanceOf(BadQuery.class)
        .message()
        .isNotBlank()
        .doesNotContain("root:", "\n");
    assertThat(Path.of("/tmp/stolen.csv")).doesNotExist();
  }

  @Test
  void theEngineItselfRefusesFilesEvenIfTheGateWereOpen() throws Exception {
    for (String hostile :
        List.of(
            "SELECT * FROM read_text('/etc/passwd')",
            "COPY (SELECT 1) TO '/tmp/stolen.csv'",
            "ATTACH '/tmp/other.db'",
            "SET enable_external_access = true",
            "SELECT * FROM glob('/*')")) {
      try (QuerySession session = QuerySession.open(List.of(), LIMITS);
          var statement = session.connection().createStatement()) {
        assertThatThrownBy(() -> statement.execute(hostile))
            .hasMessageMatching("(?s).*(disabled by configuration|locked|Cannot change).*");
      }
    }
  }

  @Test
  void stopsAQueryThatNeverEnds() {
    assertThatThrownBy(
            () ->
                queries.run(
                    "WITH RECURSIVE x AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM x)"
                        + " SELECT count(*) FROM x",
                    new QueryLimits(256, Duration.ofSeconds(1), 10),
                    new CsvRows(new StringWriter())))
        .isInstanceOf(BadQuery.class)
        .hasMessageContaining("longer than 1 s");
  }

  @Test
  void stopsAQueryWhoseRowsNeverEnd() {
    assertThatThrownBy(
            () ->
                queries.run(
                    "SELECT a.range FROM range(100000000000) a",
                    new QueryLimits(256, Duration.ofSeconds(1), Long.MAX_VALUE),
                    new CsvRows(java.io.Writer.nullWriter())))
        .isInstanceOf(BadQuery.class)
        .hasMessageContaining("longer than 1 s");
  }

  @Test
  void refusesToHoldMoreThanItsMemory() {
    assertThatThrownBy(() -> csv("SELECT list(a.range) FROM range(1000000000) a"))
        .isInstanceOf(BadQuery.class)
        .hasMessageContaining("more memory");
  }

  @Test
  void cutsAResultAtItsLimitAndSaysSo() {
    StringWriter out = new StringWriter();
    assertThatThrownBy(
            () ->
                queries.run(
                    "SELECT range FROM range(100)",
                    new QueryLimits(256, Duration.ofSeconds(20), 10),
                    new CsvRows(out)))
        .isInstanceOf(BadQuery.class)
        .hasMessageContaining("more than 10 rows");
    assertThat(out.toString().lines()).hasSize(11);
  }

  @Test
  void refusesDeepNestingWithoutHarm() {
    String deep = "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000);
    assertThatThrownBy(() -> csv(deep)).isInstanceOf(BadQuery.class);
    assertThatThrownBy(() -> csv("SELECT " + "- ".repeat(40_000) + "1"))
        .isInstanceOf(BadQuery.class);
    assertThatThrownBy(() -> csv("SELECT '" + "x".repeat(100_000) + "'"))
        .hasMessageContaining("100000 are allowed");
  }

  @Test
  void saysThatAFileIsGoneWhenItIs() throws Exception {
    Table table =
        written.create(
            "vanishing", readings.schema(), org.apache.iceberg.PartitionSpec.unpartitioned());
    Object[] row = {"s", "m", "v", 1.5, null, readingTime(), 1, 7L, false};
    written.append(table, row);
    for (String file : lake.plan("vanishing").orElseThrow().files()) {
      Files.delete(Path.of(file));
    }
    assertThatThrownBy(() -> csv("SELECT * FROM vanishing"))
        .isInstanceOf(LakeUnavailable.class)
        .hasMessageContaining("is gone");
  }

  @Test
  void saysThatTheCatalogDoesNotAnswer() {
    LakeSettings nowhere =
        new LakeSettings("jdbc:postgresql://127.0.0.1:1/nagare", "nagare", "/nowhere");
    try (Lake away = new Lake(nowhere, KnownTables.with(CONTRACTS));
        TableQueries asked = new TableQueries(away, CONTRACTS)) {
      assertThatThrownBy(() -> asked.run("SELECT 1", LIMITS, new CsvRows(new StringWriter())))
          .isInstanceOf(LakeUnavailable.class)
          .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/nagare does not answer");
    }
  }

  private static java.time.OffsetDateTime readingTime() {
    return java.time.OffsetDateTime.parse("2025-06-08T00:00:00Z");
  }

  private static String csv(String sql) throws Exception {
    StringWriter out = new StringWriter();
    queries.run(sql, LIMITS, new CsvRows(out));
    return out.toString();
  }
}
