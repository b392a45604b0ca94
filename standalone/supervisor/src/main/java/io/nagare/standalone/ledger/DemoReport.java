package io.nagare.standalone.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a replay came to, as JSON and as a short table.
 *
 * @param gateways the ledger by gateway
 * @param readingsPerSecond readings accepted in this run, divided by the seconds from the first of
 *     them to the moment when all were in the tables
 * @param startTimes how long each process took until it was ready
 * @param firstLiveReading from the command to the first reading on the live page
 * @param tables rows by table
 */
public record DemoReport(
    SortedMap<String, LedgerEntry> gateways,
    double readingsPerSecond,
    Map<String, Duration> startTimes,
    Optional<Duration> firstLiveReading,
    Map<String, Long> tables) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A report of these counts. */
  public static DemoReport of(
      List<GatewayCounts> gateways,
      TableCounts tables,
      double readingsPerSecond,
      Map<String, Duration> startTimes,
      Optional<Duration> firstLiveReading) {
    return new DemoReport(
        gateways.stream()
            .collect(
                Collectors.toMap(
                    GatewayCounts::gateway, tables::entryOf, LedgerEntry::plus, TreeMap::new)),
        readingsPerSecond,
        startTimes,
        firstLiveReading,
        tables.rows());
  }

  /** The ledger of all gateways together. */
  public LedgerEntry total() {
    return gateways.values().stream().reduce(LedgerEntry.NOTHING, LedgerEntry::plus);
  }

  /** Whether every gateway's ledger balances, which the total alone would not show. */
  public boolean balanced() {
    return gateways.values().stream().allMatch(LedgerEntry::balanced);
  }

  /** The report as JSON, with a line break at its end. */
  public String json() {
    ObjectNode root = JSON.createObjectNode();
    root.set("total", node(total()).put("balanced", balanced()));
    ObjectNode each = root.putObject("gateways");
    gateways.forEach((gateway, entry) -> each.set(gateway, node(entry)));
    root.put("readingsPerSecond", Math.round(readingsPerSecond));
    ObjectNode starts = root.putObject("startupSeconds");
    new TreeMap<>(startTimes).forEach((name, took) -> starts.put(name, seconds(took)));
    firstLiveReading.ifPresent(took -> root.put("secondsToFirstLiveReading", seconds(took)));
    ObjectNode rows = root.putObject("tables");
    new TreeMap<>(tables).forEach(rows::put);
    return root.toPrettyString() + "\n";
  }

  /** The report as a short table for people. */
  public String text() {
    String lines =
        Stream.concat(gateways.entrySet().stream(), Stream.of(Map.entry("total", total())))
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    String rows =
        new TreeMap<>(tables)
            .entrySet().stream()
                .map(
                    entry ->
                        String.format(
                            Locale.ROOT, "%-28s %,14d rows%n", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    return String.format(
            Locale.ROOT,
            "%-16s %12s %10s %12s %12s %10s %10s %8s%n",
            "gateway",
            "offered",
            "refused",
            "accepted",
            "tabled",
            "rejected",
            "repeated",
            "lost")
        + lines
        + rows
        + String.format(
            Locale.ROOT,
            "%,d readings per second from the first reading to the last table row%n",
            Math.round(readingsPerSecond));
  }

  private static String row(String name, LedgerEntry entry) {
    return String.format(
        Locale.ROOT,
        "%-16s %,12d %,10d %,12d %,12d %,10d %,10d %,8d%n",
        name,
        entry.offered(),
        entry.refused(),
        entry.accepted(),
        entry.tabled(),
        entry.rejected(),
        entry.repeated(),
        entry.lost());
  }

  private static ObjectNode node(LedgerEntry entry) {
    return JSON.createObjectNode()
        .put("offered", entry.offered())
        .put("refused", entry.refused())
        .put("accepted", entry.accepted())
        .put("tabled", entry.tabled())
        .put("rejected", entry.rejected())
        .put("repeated", entry.repeated())
        .put("lost", entry.lost())
        .put("balanced", entry.balanced())
        .put("redelivered", entry.redelivered());
  }

  private static double seconds(Duration duration) {
    return Math.round(duration.toMillis() / 100.0) / 10.0;
  }
}
