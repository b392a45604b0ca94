package io.nagare.standalone.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.standalone.ledger.TableCounts.Records;
import io.nagare.standalone.ledger.TableCounts.Spool;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts what the tables hold, by one query that the portal answers. */
public final class TableQuestions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String LEDGER =
      """
      WITH tabled AS (SELECT DISTINCT gateway, record_epoch, record_offset FROM readings),
      refused AS (
        SELECT DISTINCT gateway, record_epoch, record_offset FROM rejected
        WHERE dataset IS NULL AND record_offset IS NOT NULL),
      again AS (SELECT gateway, record_epoch, record_offset FROM repeated),
      only_again AS (
        SELECT * FROM (SELECT DISTINCT * FROM again)
        EXCEPT SELECT * FROM tabled
        EXCEPT SELECT * FROM refused)
      SELECT 'tabled' AS what, gateway AS name, record_epoch AS epoch, count(*) AS n
        FROM tabled GROUP BY ALL
      UNION ALL SELECT 'rejected', gateway, record_epoch, count(*) FROM refused GROUP BY ALL
      UNION ALL SELECT 'repeated', gateway, record_epoch, count(*) FROM only_again GROUP BY ALL
      UNION ALL SELECT 'redelivered', gateway, record_epoch, count(*) FROM again GROUP BY ALL
      """;

  private TableQuestions() {}

  /** Answers a query with its rows, a JSON array of objects. */
  @FunctionalInterface
  public interface Answers {
    /** The rows. */
    String json(String query) throws IOException, InterruptedException;
  }

  /**
   * Counts the records of every gateway, and the rows of every table.
   *
   * @param tables the tables there are; the three of the ledger are counted in any case
   */
  public static TableCounts count(Answers answers, Set<String> tables)
      throws IOException, InterruptedException {
    Set<String> all = new TreeSet<>(tables);
    all.addAll(Set.of("readings", "rejected", "repeated"));
    String rows =
        all.stream()
            .map(name -> "UNION ALL SELECT 'rows', '" + name + "', 0, count(*) FROM " + name)
            .collect(Collectors.joining("\n"));
    return read(JSON.readTree(answers.json(LEDGER + rows)));
  }

  static TableCounts read(JsonNode answer) {
    Map<Spool, Records> records = new HashMap<>();
    Map<String, Long> rows = new TreeMap<>();
    for (JsonNode row : answer) {
      String what = row.path("what").asText();
      String name = row.path("name").asText();
      long n = row.path("n").asLong();
      if (what.equals("rows")) {
        rows.put(name, n);
      } else {
        records.merge(
            new Spool(name, row.path("epoch").asLong()), records(what, n), TableQuestions::sum);
      }
    }
    return new TableCounts(records, rows);
  }

  private static Records records(String what, long n) {
    return switch (what) {
      case "tabled" -> new Records(n, 0, 0, 0);
      case "rejected" -> new Records(0, n, 0, 0);
      case "repeated" -> new Records(0, 0, n, 0);
      case "redelivered" -> new Records(0, 0, 0, n);
      default -> throw new IllegalArgumentException("no such part of the ledger: " + what);
    };
  }

  private static Records sum(Records a, Records b) {
    return new Records(
        a.tabled() + b.tabled(),
        a.rejected() + b.rejected(),
        a.repeated() + b.repeated(),
        a.redelivered() + b.redelivered());
  }
}
