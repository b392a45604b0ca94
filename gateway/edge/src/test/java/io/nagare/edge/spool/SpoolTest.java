package io.nagare.edge.spool;

import static io.nagare.edge.Devices.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nagare.edge.Devices;
import io.nagare.edge.SteppedClock;
import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.reading.Value;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final Device MACHINE = Devices.machine("machine-01");
  private static final Device LOT =
      Devices.placed("Parkhaus \"Süd\" 1/2", "recorded/parking-lot-counter", "Aachen", 605);

  @TempDir Path folder;

  private final SteppedClock clock = new SteppedClock("2026-11-23T10:00:00Z");

  @Test
  void numbersReadingsFromZeroAndGivesThemBack() throws Exception {
    List<Reading> readings =
        List.of(
            new Reading(MACHINE, 0, 1_000, Value.of(1.5)),
            new Reading(MACHINE, 3, -5, Value.of("idle")),
            new Reading(LOT, 0, Long.MAX_VALUE / 2, Value.MISSING),
            new Reading(Devices.bay("b"), 0, 7, Value.of(true)));
    try (Spool spool = open()) {
      assertThat(append(spool, readings)).isEqualTo(4);

      assertThat(spool.epoch()).isEqualTo(clock.millis());
      assertThat(readAll(spool, 0)).isEqualTo(readings);
      assertThat(readAll(spool, 3)).isEqualTo(readings.subList(3, 4));
    }
  }

  @Test
  void goesOnWithTheSameEpochAndTheNextOffsetAfterARestart() throws Exception {
    long epoch;
    try (Spool spool = open()) {
      epoch = spool.epoch();
      append(spool, List.of(reading(MACHINE, 1, 1)));
      spool.commit(1);
    }
    clock.advance(Duration.ofDays(1));
    try (Spool spool = open()) {
      assertThat(spool.epoch()).isEqualTo(epoch);
      assertThat(spool.committed()).isEqualTo(1);
      assertThat(append(spool, List.of(reading(MACHINE, 2, 2)))).isEqualTo(2);
      assertThat(readAll(spool, 1)).containsExactly(reading(MACHINE, 2, 2));
    }
  }

  @Test
  void keepsThePlaceAndTheCountsOfASourceWithItsReadings() throws Exception {
    try (Spool spool = open()) {
      spool.append(entry("a", 3, 1, "row 3", false, 2)).get();
      spool.append(entry("a", 2, 2, "row 5", true, 0)).get();
      spool.append(entry("b", 1, 0, "", false, 1)).get();
    }
    try (Spool spool = open()) {
      assertThat(spool.source("a"))
          .isEqualTo(new SourceState("a", 5, 3, 2, "row 5", true, clock.millis()));
      assertThat(spool.source("b").accepted()).isEqualTo(1);
      assertThat(spool.source("c")).isEqualTo(SourceState.initial("c"));
    }
  }

  @Test
  void keepsTheStateOfSourcesWhoseSegmentsAreGone() throws Exception {
    try (Spool spool = open(new SpoolLimits(1_000_000, 2_000))) {
      spool.append(entry("first", 7, 7, "end", true, 0)).get();
      for (int i = 0; i < 20; i++) {
        spool.append(entry("a", 50, 0, "row " + i, false, 50)).get();
      }
      spool.commit(spool.next());
      assertThat(segments()).hasSize(1);
    }
    try (Spool spool = open()) {
      assertThat(spool.source("first").position()).isEqualTo("end");
      assertThat(spool.source("a").accepted()).isEqualTo(1_000);
      assertThat(spool.next()).isEqualTo(1_000);
    }
  }

  @Test
  void readsAcrossSegments() throws Exception {
    List<Reading> written = new ArrayList<>();
    try (Spool spool = open(new SpoolLimits(1_000_000, 1_000))) {
      for (int i = 0; i < 300; i++) {
        Reading next = reading(i % 2 == 0 ? MACHINE : LOT, i, i);
        written.add(next);
        append(spool, List.of(next));
      }
      assertThat(segments().size()).isGreaterThan(5);
      assertThat(readAll(spool, 0)).isEqualTo(written);
      assertThat(readAll(spool, 123)).isEqualTo(written.subList(123, 300));
    }
  }

  @Test
  void refusesWhatHasNoRoomAndTakesItAgainAfterTheReceipt() throws Exception {
    try (Spool spool = open(new SpoolLimits(10_000, 1_000))) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  append(spool, List.of(reading(MACHINE, i, i)));
                }
              })
          .isInstanceOf(SpoolFull.class)
          .hasMessageContaining("of at most 10000 bytes");
      long held = spool.next();
      assertThat(readAll(spool, 0)).hasSize((int) held);
      assertThat(spool.bytes()).isLessThanOrEqualTo(10_000);

      spool.commit(held);

      assertThat(append(spool, List.of(reading(MACHINE, 1, 1)))).isEqualTo(held + 1);
      assertThat(spool.bytes()).isLessThan(5_000);
    }
  }

  @Test
  void freesNothingWithoutAReceipt() throws Exception {
    try (Spool spool = open(new SpoolLimits(1_000_000, 1_000))) {
      for (int i = 0; i < 200; i++) {
        append(spool, List.of(reading(MACHINE, i, i)));
      }
    }
    try (Spool spool = open(new SpoolLimits(1_000_000, 1_000))) {
      assertThat(readAll(spool, spool.committed())).hasSize(200);
    }
  }

  @Test
  void ignoresReceiptsThatAreOldOrForWhatWasNeverWritten() throws Exception {
    try (Spool spool = open()) {
      append(spool, List.of(reading(MACHINE, 1, 1), reading(MACHINE, 2, 2)));

      assertThat(spool.commit(3)).isFalse();
      assertThat(spool.commit(1)).isTrue();
      assertThat(spool.commit(1)).isFalse();
      assertThat(spool.commit(0)).isFalse();
      assertThat(spool.committed()).isEqualTo(1);
    }
  }

  @Test
  void cutsATailThatWasTornAtAnyByteOfTheLastFrame() throws Exception {
    long whole;
    try (Spool spool = open()) {
      spool.append(entry("a", 2, 0, "row 2", false, 2)).get();
      whole = Files.size(segments().get(0));
      spool.append(entry("a", 3, 1, "row 5", false, 2)).get();
    }
    byte[] bytes = Files.readAllBytes(segments().get(0));
    for (int length = (int) whole; length < bytes.length; length++) {
      Path torn = Files.createDirectory(folder.resolve("torn-" + length));
      Files.write(torn.resolve(segments().get(0).getFileName()), Arrays.copyOf(bytes, length));
      try (Spool spool = Spool.open(torn, SpoolLimits.ofMaxBytes(1 << 20), clock)) {
        assertThat(spool.next()).as("cut at byte %d", length).isEqualTo(2);
        assertThat(spool.source("a").position()).isEqualTo("row 2");
        assertThat(append(spool, List.of(reading(LOT, 9, 9)))).isEqualTo(3);
        assertThat(readAll(spool, 2)).containsExactly(reading(LOT, 9, 9));
      }
    }
  }

  @Test
  void cutsATailWithAFlippedBit() throws Exception {
    try (Spool spool = open()) {
      append(spool, List.of(reading(MACHINE, 1, 1)));
      append(spool, List.of(reading(MACHINE, 2, 2)));
    }
    flipBit(segments().get(0), Files.size(segments().get(0)) - 3);
    try (Spool spool = open()) {
      assertThat(readAll(spool, 0)).containsExactly(reading(MACHINE, 1, 1));
    }
  }

  @Test
  void skipsWhatADamagedSegmentDoesNotGiveBack() throws Exception {
    try (Spool spool = open(new SpoolLimits(1_000_000, 1_000))) {
      for (int i = 0; i < 200; i++) {
        append(spool, List.of(reading(MACHINE, i, i)));
      }
      Path second = segments().get(1);
      long firstOfThird =
          Long.parseLong(segments().get(2).getFileName().toString().substring(0, 20));
      flipBit(second, Files.size(second) / 2);

      try (SpoolCursor cursor = spool.cursorAt(0)) {
        long delivered = 0;
        Slice before = cursor.read(1_000);
        delivered += before.readings().size();
        Slice after = cursor.read(1_000);
        delivered += after.readings().size();

        assertThat(before.from()).isZero();
        assertThat(after.from()).isEqualTo(firstOfThird).isGreaterThan(before.to());
        assertThat(after.to()).isEqualTo(200);
        assertThat(delivered).isLessThan(200);
      }
    }
  }

  @Test
  void startsBehindASegmentThatIsDamagedFromItsStart() throws Exception {
    try (Spool spool = open(new SpoolLimits(1_000_000, 1_000))) {
      for (int i = 0; i < 100; i++) {
        append(spool, List.of(reading(MACHINE, i, i)));
      }
    }
    List<Path> written = segments();
    flipBit(written.get(written.size() - 1), 12);

    try (Spool spool = open()) {
      assertThat(spool.next()).isGreaterThanOrEqualTo(100);
      long next = spool.next();
      assertThat(append(spool, List.of(reading(MACHINE, 1, 1)))).isEqualTo(next + 1);
      assertThat(readAll(spool, next)).containsExactly(reading(MACHINE, 1, 1));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).anyMatch(name -> name.endsWith(".damaged"));
    }
  }

  @Test
  void takesEntriesOfManyProducersWithoutMixingThem() throws Exception {
    try (Spool spool = open()) {
      List<Thread> producers = new ArrayList<>();
      for (int p = 0; p < 8; p++) {
        Device device = Devices.machine("machine-" + p);
        Thread producer =
            new Thread(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    appendUnchecked(spool, List.of(reading(device, i, i), reading(device, i, -i)));
                  }
                });
        producer.start();
        producers.add(producer);
      }
      for (Thread producer : producers) {
        producer.join();
      }
      List<Reading> all = readAll(spool, 0);
      assertThat(all).hasSize(3_200);
      for (int i = 0; i < all.size(); i += 2) {
        assertThat(all.get(i + 1).device()).isEqualTo(all.get(i).device());
        assertThat(all.get(i + 1).eventMillis()).isEqualTo(all.get(i).eventMillis());
      }
    }
  }

  @Test
  void failsWhatComesAfterItWasClosed() throws Exception {
    Spool spool = open();
    spool.close();

    CompletableFuture<Long> late = spool.append(entry("a", 1, 0, "", false, 1));

    assertThat(late).failsWithin(Duration.ofSeconds(1));
  }

  @Test
  void refusesWhatTheDiskDoesNotTakeAndGoesOnWhenItDoesAgain() throws Exception {
    try (Spool spool = open(new SpoolLimits(1_000_000, 100))) {
      append(spool, List.of(reading(MACHINE, 1, 1)));
      Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
      Files.move(folder, moved);

      assertThat(spool.append(entry("a", 1, 0, "x", false, 1))).failsWithin(Duration.ofSeconds(5));
      assertThat(spool.problem()).isPresent();

      Files.move(moved, folder);
      assertThat(append(spool, List.of(reading(MACHINE, 2, 2)))).isEqualTo(2);
      assertThat(spool.problem()).isEmpty();
      assertThat(readAll(spool, 0)).containsExactly(reading(MACHINE, 1, 1), reading(MACHINE, 2, 2));
      assertThat(spool.source("a")).isEqualTo(SourceState.initial("a"));
    }
  }

  private Spool open() throws IOException {
    return open(SpoolLimits.ofMaxBytes(1 << 20));
  }

  private Spool open(SpoolLimits limits) throws IOException {
    return Spool.open(folder, limits, clock);
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".spool")).sorted().toList();
    }
  }

  static long append(Spool spool, List<Reading> readings) throws Exception {
    return spool.append(new SpoolEntry("test", readings.size(), 0, "", false, readings)).get();
  }

  private static void appendUnchecked(Spool spool, List<Reading> readings) {
    try {
      append(spool, readings);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static SpoolEntry entry(
      String source, long offered, long refused, String position, boolean finished, int readings) {
    List<Reading> some = new ArrayList<>();
    for (int i = 0; i < readings; i++) {
      some.add(reading(MACHINE, i, i));
    }
    return new SpoolEntry(source, offered, refused, position, finished, some);
  }

  static List<Reading> readAll(Spool spool, long from) throws IOException {
    List<Reading> all = new ArrayList<>();
    try (SpoolCursor cursor = spool.cursorAt(from)) {
      for (Slice slice = cursor.read(7); !slice.readings().isEmpty(); slice = cursor.read(7)) {
        assertThat(slice.from()).isEqualTo(from + all.size());
        all.addAll(slice.readings());
      }
    }
    return all;
  }

  private static void flipBit(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int old = bytes.read();
      bytes.seek(at);
      bytes.write(old ^ 0x10);
    }
  }
}
