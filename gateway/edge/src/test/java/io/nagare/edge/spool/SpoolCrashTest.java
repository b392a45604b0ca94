package io.nagare.edge.spool;

import static io.nagare.edge.Devices.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.edge.Devices;
import io.nagare.edge.SteppedClock;
import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.Reading;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a crash may take: only what nobody was told is safe. */
class SpoolCrashTest {
  private static final Device MACHINE = Devices.machine("machine-01");
  private static final Device BAY = Devices.bay("bay-1");

  private final SteppedClock clock = new SteppedClock("2026-11-23T10:00:00Z");

  @Property(tries = 150)
  void whatWasAcknowledgedSurvivesATornFile(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 40) Integer> entrySizes,
      @ForAll @IntRange(min = 0, max = 11) int crashAfter,
      @ForAll @IntRange(min = 0, max = 3_000) int tornBytes)
      throws Exception {
    Path folder = Files.createTempDirectory("spool-crash");
    try {
      SpoolLimits limits = new SpoolLimits(1 << 20, 600);
      int safeEntries = Math.min(crashAfter + 1, entrySizes.size());
      List<Reading> written = new ArrayList<>();
      Path newest = folder;
      long safeLength = 0;
      int safeReadings = 0;
      try (Spool spool = Spool.open(folder, limits, clock)) {
        for (int i = 0; i < entrySizes.size(); i++) {
          List<Reading> readings = readings(written.size(), entrySizes.get(i));
          written.addAll(readings);
          spool.append(new SpoolEntry("s", readings.size(), 0, "e" + i, false, readings)).get();
          if (i + 1 == safeEntries) {
            newest = newestSegment(folder);
            safeLength = Files.size(newest);
            safeReadings = written.size();
          }
        }
      }
      // The crash: later segments never came to be, the newest is torn anywhere behind what was
      // acknowledged.
      deleteBehind(folder, newest);
      tear(newest, safeLength + tornBytes);

      try (Spool spool = Spool.open(folder, limits, clock)) {
        List<Reading> found = SpoolTest.readAll(spool, 0);
        assertThat(found.size()).isGreaterThanOrEqualTo(safeReadings);
        assertThat(found).isEqualTo(written.subList(0, found.size()));
        assertThat(spool.next()).isEqualTo(found.size());
        SourceState source = spool.source("s");
        assertThat(source.accepted()).isEqualTo(found.size());
        int resumed = Integer.parseInt(source.position().substring(1)) + 1;
        assertThat(resumed).isGreaterThanOrEqualTo(safeEntries);
        assertThat(entrySizes.subList(0, resumed).stream().mapToInt(Integer::intValue).sum())
            .isEqualTo(found.size());
      }
    } finally {
      delete(folder);
    }
  }

  private static List<Reading> readings(int from, int count) {
    List<Reading> readings = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      readings.add(reading(i % 3 == 0 ? BAY : MACHINE, i * 1_000L - 5_000, i / 8.0));
    }
    return readings;
  }

  private static Path newestSegment(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".spool"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  private static void deleteBehind(Path folder, Path newest) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(".spool") && file.compareTo(newest) > 0) {
          Files.delete(file);
        }
      }
    }
  }

  private static void tear(Path file, long length) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(Math.min(bytes.length(), length));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
