package io.nagare.standalone.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.standalone.ledger.TableCounts.Records;
import io.nagare.standalone.ledger.TableCounts.Spool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableQuestionsTest {
  @Test
  void oneQueryAsksForTheLedgerAndForTheRowsOfEveryTable() throws Exception {
    List<String> asked = new ArrayList<>();

    TableCounts counts =
        TableQuestions.count(
            query -> {
              asked.add(query);
              return """
              [{"what": "tabled", "name": "a", "epoch": 7, "n": 90},
               {"what": "rejected", "name": "a", "epoch": 7, "n": 9},
               {"what": "repeated", "name": "a", "epoch": 7, "n": 1},
               {"what": "redelivered", "name": "a", "epoch": 7, "n": 3},
               {"what": "tabled", "name": "a", "epoch": 8, "n": 5},
               {"what": "rows", "name": "parking", "epoch": 0, "n": 12}]
              """;
            },
            Set.of("parking"));

    assertThat(asked)
        .singleElement()
        .asString()
        .contains("FROM parking", "FROM readings", "FROM rejected", "FROM repeated");
    assertThat(counts.records())
        .containsEntry(new Spool("a", 7), new Records(90, 9, 1, 3))
        .containsEntry(new Spool("a", 8), new Records(5, 0, 0, 0));
    assertThat(counts.rows()).containsEntry("parking", 12L);
  }
}
