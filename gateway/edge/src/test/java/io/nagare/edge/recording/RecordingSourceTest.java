package io.nagare.edge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.edge.SteppedClock;
import io.nagare.edge.admission.RefusedLog;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.reading.Value;
import io.nagare.edge.recording.RecordingSource.State;
import io.nagare.edge.recording.Replay.TimeMode;
import io.nagare.edge.spool.Slice;
import io.nagare.edge.spool.SourceState;
import io.nagare.edge.spool.Spool;
import io.nagare.edge.spool.SpoolCursor;
import io.nagare.edge.spool.SpoolLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingSourceTest {
  private static final Replay FAST = new Replay(OptionalDouble.empty(), TimeMode.ORIGINAL);
  private static final long T0 = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

  @TempDir Path folder;
  @TempDir Path data;

  private final SteppedClock clock = new SteppedClock("2026-11-23T10:00:00Z");
  private RecordingSet set;

  @BeforeEach
  void newSet() {
    set = new RecordingSet(folder);
  }

  @Test
  void readsEveryCellOfARowWithItsTime() throws Exception {
    set.with(RecordingSet.MACHINE)
        .file("m.csv", "c,t,v", "1.5,2020-01-01T00:00:00Z,2", "3,2020-01-01T00:00:01Z,4");

    Replayed replayed = replay();

    assertThat(replayed.readings)
        .extracting(Reading::channel, Reading::eventMillis, Reading::value)
        .containsExactly(
            row(0, T0, 2), row(1, T0, 1.5), row(0, T0 + 1000, 4), row(1, T0 + 1000, 3));
    assertThat(replayed.counts()).containsExactly(4L, 0L, 4L);
  }

  @Test
  void offersNothingForEmptyAndAbsentCells() throws Exception {
    set.with(RecordingSet.COUNTERS)
        .file(
            "lots.csv",
            "t,p1,p2,note,p3",
            "2020-01-01,1,,full,-1",
            "2020-01-02,-1.0,  ,,3",
            "2020-01-03,,,,");

    Replayed replayed = replay();

    assertThat(replayed.readings)
        .extracting(reading -> reading.device().id())
        .containsExactly("p1", "p3");
    assertThat(replayed.counts()).containsExactly(2L, 0L, 2L);
  }

  @Test
  void refusesACellThatIsNoNumberWithFileAndLineAndGoesOn() throws Exception {
    set.with(RecordingSet.MACHINE)
        .file("m.csv", "t,v,c", "2020-01-01,1,n/a", "", "2020-01-02,\"12\nx\",3", "2020-01-03,5,6");

    Replayed replayed = replay();

    assertThat(replayed.counts()).containsExactly(6L, 2L, 4L);
    assertThat(refusals())
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).contains("m.csv:2\tnot-a-number\tcolumn \"c\": \"n/a\""),
            line -> assertThat(line).contains("m.csv:4\tnot-a-number\tcolumn \"v\": \"12 x\""));
  }

  @Test
  void refusesTheCellsOfARowWhoseTimeCannotBeRead() throws Exception {
    set.with(RecordingSet.MACHINE).file("m.csv", "t,v,c", "yesterday,1,2", ",3,", "2020-01-03,5,6");

    Replayed replayed = replay();

    assertThat(replayed.counts()).containsExactly(5L, 3L, 2L);
    assertThat(refusals().get(0)).contains("m.csv:2\tunreadable-time\t\"yesterday\"", "2 values");
  }

  @Test
  void takesNanAsAMissingReading() throws Exception {
    set.with(RecordingSet.MACHINE).file("m.csv", "t,v,c", "2020-01-01,NaN,inf");

    assertThat(replay().readings)
        .extracting(Reading::value)
        .containsExactly(Value.MISSING, Value.MISSING);
  }

  @Test
  void readsShortRowsAndRefusesRowsWithMoreThanTheHeaderNames() throws Exception {
    set.with(RecordingSet.MACHINE)
        .file(
            "m.csv", "t,v,c", "2020-01-01,1", "2020-01-02,1,2,3", "2020-01-03,4,5,,", "2020-01-04");

    Replayed replayed = replay();

    assertThat(replayed.counts()).containsExactly(5L, 2L, 3L);
    assertThat(refusals().get(0)).contains("m.csv:3\trow-too-long", "leading: row-number");
  }

  @Test
  void skipsTheRowNumberThatTheHeaderDoesNotName() throws Exception {
    set.with(RecordingSet.MACHINE + "    leading: row-number\n")
        .file("m.csv", "\"t\",\"v\",\"c\"", "\"1\",\"2020-01-01\",2,3", "\"2\",\"2020-01-02\",4,5");

    assertThat(replay().counts()).containsExactly(4L, 0L, 4L);
  }

  @Test
  void readsAFileWithByteOrderMarkOtherSeparatorAndBlanks() throws Exception {
    set.with(RecordingSet.MACHINE + "    separator: \";\"\n")
        .fileOf("m.csv", "\uFEFF\"t\" ; v;c\r\n2020-01-01 00:00:00; 1.5 ;\" 2 \"\r\n");

    assertThat(replay().readings)
        .extracting(Reading::value)
        .containsExactly(Value.of(1.5), Value.of(2));
  }

  @Test
  void readsTheFilesOfARecordingInOrder() throws Exception {
    set.with(RecordingSet.COUNTERS.replace("[lots.csv]", "[b.csv, a.csv]"))
        .file("a.csv", "t,p1,p2", "2020-01-01,3,4")
        .file("b.csv", "p2,t", "1,2020-01-05", "2,2020-01-06");

    assertThat(replay().readings)
        .extracting(Reading::value)
        .containsExactly(Value.of(1), Value.of(2), Value.of(3), Value.of(4));
  }

  @Test
  void isNotReadAgainOnceItIsFinished() throws Exception {
    set.with(RecordingSet.MACHINE).file("m.csv", "t,v,c", "2020-01-01,1,2");
    assertThat(replay().counts()).containsExactly(2L, 0L, 2L);

    Replayed again = replay();

    assertThat(again.counts()).containsExactly(2L, 0L, 2L);
    assertThat(again.readings).hasSize(2);
  }

  @Test
  void goesOnExactlyWhereItWasStopped() throws Exception {
    List<String> lines = new ArrayList<>(List.of("t,v,c"));
    for (int i = 0; i < 300; i++) {
      lines.add("2020-01-01T00:00:%02d.%03dZ,%s,%d".formatted(i / 10, i, i % 7 == 0 ? "x" : i, i));
    }
    set.with(RecordingSet.MACHINE).file("m.csv", lines.toArray(String[]::new));
    Replayed whole = replay();
    Path resumed = Files.createDirectory(data.resolve("resumed"));

    data = resumed;
    Replay slow = new Replay(OptionalDouble.of(1), TimeMode.ORIGINAL);
    for (int run = 0; run < 4; run++) {
      replayUntilInterruptedAt(slow, clock.millis() + 7_000);
    }
    Replayed rest = replay(FAST, Pacer.of(clock));

    assertThat(rest.readings).isEqualTo(whole.readings);
    assertThat(rest.counts()).isEqualTo(whole.counts());
  }

  @Test
  void sendsEachRowWhenItIsDue() throws Exception {
    set.with(RecordingSet.MACHINE)
        .file(
            "m.csv",
            "t,v,c",
            "2020-01-01T00:00:00,1,",
            "2020-01-01T00:01:00,2,",
            "2020-01-01T00:00:30,3,",
            "2020-01-01T00:02:00,4,");
    List<Long> waits = new ArrayList<>();
    long start = clock.millis();

    replay(
        new Replay(OptionalDouble.of(60), TimeMode.ORIGINAL),
        until -> {
          waits.add(until - start);
          clock.moveTo(until);
        });

    assertThat(waits).containsExactly(1_000L, 2_000L);
  }

  @Test
  void shiftsTimesSoThatTheNewestReadingIsSentNow() throws Exception {
    set.with(RecordingSet.MACHINE)
        .file(
            "m.csv",
            "t,v,c",
            "2020-01-01T00:00:00,1,",
            "2020-01-01T00:02:00,2,",
            "2020-01-01T00:01:00,3,");
    long start = clock.millis();

    Replayed fast = replay(new Replay(OptionalDouble.empty(), TimeMode.NOW), Pacer.of(clock));

    assertThat(fast.readings)
        .extracting(Reading::eventMillis)
        .containsExactly(
            start - Duration.ofMinutes(2).toMillis(),
            start,
            start - Duration.ofMinutes(1).toMillis());
  }

  @Test
  void waitsForRoomInTheSpoolAndLosesNothing() throws Exception {
    List<String> lines = new ArrayList<>(List.of("t,v,c"));
    for (int i = 0; i < 30_000; i++) {
      lines.add("2020-01-01T00:00:00Z," + i + "," + i);
    }
    set.with(RecordingSet.MACHINE).file("m.csv", lines.toArray(String[]::new));
    try (Spool spool = Spool.open(data, new SpoolLimits(300_000, 50_000), clock);
        RefusedLog log = refusedLog()) {
      RecordingSource source =
          new RecordingSource(set.read().recordings().get(0), FAST, spool, log, clock);
      source.start();
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(source.message())
                      .hasValueSatisfying(message -> assertThat(message).contains("300000 bytes")));
      Awaitility.await()
          .until(
              () -> {
                spool.commit(spool.next());
                return source.state() == State.FINISHED;
              });
      assertThat(spool.next()).isEqualTo(60_000);
      assertThat(source.message()).isEmpty();
      source.close();
    }
  }

  private Replayed replay() throws IOException {
    return replay(FAST, Pacer.of(clock));
  }

  private Replayed replay(Replay replay, Pacer pacer) throws IOException {
    Recording recording = set.read().recordings().get(0);
    try (Spool spool = Spool.open(data, SpoolLimits.ofMaxBytes(1 << 26), clock);
        RefusedLog log = refusedLog()) {
      RecordingSource source = new RecordingSource(recording, replay, spool, log, clock, pacer);
      source.start();
      Awaitility.await().until(() -> source.state() != State.RUNNING);
      source.close();
      assertThat(source.message()).isEmpty();
      List<Reading> readings = new ArrayList<>();
      try (SpoolCursor cursor = spool.cursorAt(0)) {
        Slice slice = cursor.read(1_000_000);
        readings.addAll(slice.readings());
      }
      return new Replayed(readings, spool.source(recording.id()));
    }
  }

  private void replayUntilInterruptedAt(Replay replay, long millis) throws Exception {
    Recording recording = set.read().recordings().get(0);
    CountDownLatch reached = new CountDownLatch(1);
    try (Spool spool = Spool.open(data, SpoolLimits.ofMaxBytes(1 << 26), clock);
        RefusedLog log = refusedLog()) {
      RecordingSource source =
          new RecordingSource(
              recording,
              replay,
              spool,
              log,
              clock,
              until -> {
                if (until > millis) {
                  reached.countDown();
                  new CountDownLatch(1).await();
                }
                clock.moveTo(until);
              });
      source.start();
      reached.await();
      source.close();
    }
  }

  private RefusedLog refusedLog() {
    return new RefusedLog(data.resolve("refused.log"), clock);
  }

  private List<String> refusals() throws IOException {
    return Files.readAllLines(data.resolve("refused.log"));
  }

  private static Tuple row(int channel, long millis, double value) {
    return Tuple.tuple(channel, millis, Value.of(value));
  }

  private record Replayed(List<Reading> readings, SourceState state) {
    List<Long> counts() {
      return List.of(state.offered(), state.refused(), state.accepted());
    }
  }
}
