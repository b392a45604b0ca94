package io.nagare.standalone;

import io.nagare.standalone.ledger.CommittedRows;
import io.nagare.standalone.ledger.DemoReport;
import io.nagare.standalone.ledger.GatewayCounts;
import io.nagare.standalone.ledger.StallWatch;
import io.nagare.standalone.ledger.TableCounts;
import io.nagare.standalone.parts.Flink;
import io.nagare.standalone.processes.Supervision;
import io.nagare.standalone.progress.Display;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits until a replay has been delivered into the tables, closes the windows, and counts. */
final class DrainedReplay {
  private static final Set<String> LEDGER_TABLES = Set.of("readings", "rejected", "repeated");
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration STALL = Duration.ofSeconds(120);
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(120);
  private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

  private final Gateways gateways;
  private final TableAnswers tables;
  private final Flink flink;
  private final Supervision supervision;
  private final Display display;
  private final DiskWatch disk;
  private final StallWatch stall = new StallWatch(Clock.systemUTC(), STALL);
  private Instant askedAt = Instant.EPOCH;
  private boolean complete = true;

  DrainedReplay(
      Gateways gateways,
      TableAnswers tables,
      Flink flink,
      Supervision supervision,
      Display display,
      DiskWatch disk) {
    this.gateways = gateways;
    this.tables = tables;
    this.flink = flink;
    this.supervision = supervision;
    this.display = display;
    this.disk = disk;
  }

  /**
   * What a replay came to.
   *
   * @param complete whether every recording was read to its end and every window closed
   */
  record Outcome(DemoReport report, boolean complete) {}

  /** Waits, drains and counts; empty if a process was given up. */
  Optional<Outcome> run(FirstReadings first) throws InterruptedException {
    while (!supervision.awaitEnd(PAUSE)) {
      disk.look();
      Optional<List<GatewayCounts>> counts = gateways.all();
      try {
        CommittedRows rows = tables.committed();
        long accepted = counts.stream().flatMap(List::stream).mapToLong(GatewayCounts::next).sum();
        show(accepted, rows);
        boolean arrived = counts.isPresent() && arrived(counts.get(), rows, accepted);
        boolean stalled = stall.stalledAt(progress(counts, rows));
        if (stalled) {
          complete = false;
          display.say("nothing has moved for " + STALL.toSeconds() + " s");
          if (counts.isEmpty()) {
            display.say("a gateway does not answer, so its readings cannot be counted");
            return Optional.empty();
          }
        }
        if (counts.isPresent() && (arrived || stalled)) {
          double speed = readingsPerSecond(first, accepted, rows);
          return Optional.of(finish(counts.get(), speed, first));
        }
      } catch (IOException notNow) {
        if (stall.stalledAt(-1)) {
          display.say("the tables cannot be counted: " + notNow.getMessage());
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static long progress(Optional<List<GatewayCounts>> counts, CommittedRows rows) {
    return rows.rows(LEDGER_TABLES)
        + counts.stream().flatMap(List::stream).mapToLong(c -> c.next() + c.committed()).sum();
  }

  /** Rows are cheap to count and records are not: the look at the records comes last. */
  private boolean arrived(List<GatewayCounts> counts, CommittedRows rows, long accepted)
      throws IOException, InterruptedException {
    if (!counts.stream().allMatch(GatewayCounts::delivered)
        || rows.rows(LEDGER_TABLES) < accepted
        || Instant.now().isBefore(askedAt.plus(ASK_AGAIN))) {
      return false;
    }
    TableCounts held = tables.count();
    askedAt = Instant.now();
    return counts.stream().allMatch(gateway -> held.entryOf(gateway).lost() <= 0);
  }

  private Outcome finish(List<GatewayCounts> counts, double speed, FirstReadings first)
      throws IOException, InterruptedException {
    display.status("closing the windows");
    if (!drain()) {
      complete = false;
      display.say("the open windows could not be closed; what is in the tables is right");
    }
    DemoReport report =
        DemoReport.of(counts, tables.count(), speed, supervision.startTimes(), first.liveNow());
    display.status("");
    sayProblems(counts, report);
    return new Outcome(report, complete);
  }

  private boolean drain() throws InterruptedException {
    Instant limit = Instant.now().plus(DRAIN_LIMIT);
    try {
      String request = flink.beginDrain();
      supervision.expectEnd(Flink.JOB_MANAGER);
      while (Instant.now().isBefore(limit)) {
        switch (flink.drain(request)) {
          case DONE -> {
            return true;
          }
          case FAILED -> {
            return false;
          }
          case RUNNING -> TimeUnit.MILLISECONDS.sleep(200);
        }
      }
    } catch (IOException refused) {
      display.say("Flink refuses to drain: " + refused.getMessage());
    }
    return false;
  }

  private void sayProblems(List<GatewayCounts> counts, DemoReport report) {
    for (GatewayCounts gateway : counts) {
      for (String failure : gateway.failures()) {
        complete = false;
        display.say(gateway.gateway() + " could not read " + failure);
      }
    }
    report
        .gateways()
        .forEach(
            (gateway, entry) -> {
              if (!entry.balanced()) {
                display.say(
                    gateway
                        + ": the ledger does not balance: "
                        + entry.accepted()
                        + " accepted, "
                        + entry.lost()
                        + " of them nowhere");
              }
            });
  }

  private static double readingsPerSecond(FirstReadings first, long accepted, CommittedRows rows) {
    return first
        .accepted()
        .map(
            begin -> {
              Duration took = Duration.between(begin.at(), rows.complete(LEDGER_TABLES));
              return took.isNegative() || took.isZero()
                  ? 0.0
                  : (accepted - begin.before()) * 1000.0 / took.toMillis();
            })
        .orElse(0.0);
  }

  private void show(long accepted, CommittedRows rows) {
    display.status(
        String.format(
            Locale.ROOT, "accepted %,d · in the tables %,d", accepted, rows.rows(LEDGER_TABLES)));
  }
}
