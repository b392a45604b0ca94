package io.nagare.standalone.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommittedRowsTest {
  @Test
  void aTableIsCompleteAtTheFirstCommitWithItsNewestNumberOfRows() throws IOException {
    CommittedRows.Table table =
        table(
            """
            {"current-snapshot-id": 4, "snapshots": [
              {"snapshot-id": 1, "timestamp-ms": 1000, "summary": {"total-records": "10"}},
              {"snapshot-id": 2, "timestamp-ms": 2000, "summary": {"total-records": "25"}},
              {"snapshot-id": 3, "timestamp-ms": 3000, "summary": {"total-records": "25"}},
              {"snapshot-id": 4, "timestamp-ms": 4000, "summary": {"total-records": "25"}}]}
            """);

    assertThat(table).isEqualTo(new CommittedRows.Table(25, Instant.ofEpochMilli(2000)));
  }

  @Test
  void aTableWithoutSnapshotsIsEmpty() throws IOException {
    assertThat(table("{\"current-snapshot-id\": -1, \"snapshots\": []}"))
        .isEqualTo(new CommittedRows.Table(0, Instant.EPOCH));
  }

  @Test
  void severalTablesAreCompleteWithTheLastOfThem() {
    CommittedRows rows =
        new CommittedRows(
            Map.of(
                "readings", new CommittedRows.Table(20, Instant.ofEpochMilli(5)),
                "rejected", new CommittedRows.Table(3, Instant.ofEpochMilli(9)),
                "a_dataset", new CommittedRows.Table(100, Instant.ofEpochMilli(99))));

    Set<String> ledger = Set.of("readings", "rejected", "repeated");
    assertThat(rows.rows(ledger)).isEqualTo(23);
    assertThat(rows.complete(ledger)).isEqualTo(Instant.ofEpochMilli(9));
  }

  private static CommittedRows.Table table(String metadata) throws IOException {
    return CommittedRows.table(new ObjectMapper().readTree(metadata));
  }
}
