package io.nagare.edge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.edge.Devices;
import io.nagare.edge.SteppedClock;
import io.nagare.edge.admission.RefusedLog;
import io.nagare.edge.recording.RecordingSource.State;
import io.nagare.edge.recording.Replay.TimeMode;
import io.nagare.edge.spool.SourceState;
import io.nagare.edge.spool.Spool;
import io.nagare.edge.spool.SpoolLimits;
import io.nagare.profiles.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of the real recordings, against counts made without any of the code that reads. */
class SharedRecordingsTest {
  private static final Replay FAST = new Replay(OptionalDouble.empty(), TimeMode.ORIGINAL);

  @TempDir Path data;

  private final SteppedClock clock = new SteppedClock("2026-11-23T10:00:00Z");

  @Test
  void offersEveryValueOfTheRealRecordings() throws Exception {
    Path folder = SharedRecordings.folder();
    Manifest manifest = manifest(folder);

    assertThat(offered(manifest, "plant-gw"))
        .isEqualTo(
            8 * (lines(folder, "equipment/skab-valve1-0.csv").size() - 1L)
                + 8 * (lines(folder, "equipment/skab-valve1-1.csv").size() - 1L))
        .isEqualTo(18_336);
    assertThat(offered(manifest, "parking-gw"))
        .isEqualTo(
            counters(folder, "parking/free-spaces-2025-06-08.csv")
                + counters(folder, "parking/free-spaces-2025-06-09.csv")
                + counters(folder, "parking/free-spaces-2025-06-10.csv"))
        .isEqualTo(77_514);
    assertThat(offered(manifest, "office-gw"))
        .isEqualTo(4 * (lines(folder, "presence/office-occupancy-training.csv").size() - 1L))
        .isEqualTo(32_572);
    assertThat(offered(manifest, "library-gw"))
        .isEqualTo(heard(folder, "beacons/ibeacon-rssi-labelled.csv"))
        .isEqualTo(2_043);
  }

  private long offered(Manifest manifest, String gateway) throws IOException {
    List<Recording> recordings = manifest.of(gateway);
    assertThat(recordings).hasSize(1);
    Recording recording = recordings.get(0);
    try (Spool spool = Spool.open(data.resolve(gateway), SpoolLimits.ofMaxBytes(1 << 28), clock);
        RefusedLog log = new RefusedLog(data.resolve(gateway + ".log"), clock)) {
      RecordingSource source = new RecordingSource(recording, FAST, spool, log, clock);
      source.start();
      Awaitility.await().until(() -> source.state() != State.RUNNING);
      source.close();
      SourceState state = spool.source(recording.id());
      assertThat(source.state()).isEqualTo(State.FINISHED);
      assertThat(state.refused()).isZero();
      assertThat(spool.next()).isEqualTo(state.offered());
      return state.offered();
    }
  }

  private static Manifest manifest(Path folder) {
    List<Problem> problems = new ArrayList<>();
    Manifest manifest =
        ManifestReader.read(folder, Optional.of(Devices.PROFILES), Map.of(), problems);
    assertThat(problems).isEmpty();
    return manifest;
  }

  private static long counters(Path folder, String file) throws IOException {
    return lines(folder, file).stream()
        .skip(1)
        .mapToLong(line -> fields(line).stream().skip(1).filter(cell -> !cell.isBlank()).count())
        .sum();
  }

  private static long heard(Path folder, String file) throws IOException {
    return lines(folder, file).stream()
        .skip(1)
        .mapToLong(
            line -> fields(line).stream().skip(2).filter(cell -> !cell.equals("-200")).count())
        .sum();
  }

  private static List<String> fields(String line) {
    return List.of(line.split(",", -1));
  }

  private static List<String> lines(Path folder, String file) throws IOException {
    return Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
  }
}
