package io.nagare.edge.recording;

import io.nagare.edge.Devices;
import io.nagare.profiles.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recording set that a test writes. */
final class RecordingSet {
  static final String SITE = "site: {id: s, country: JP, zone: UTC}\nrecordings:\n";

  /** A recording of one machine: columns t, v (vibration), c (current). */
  static final String MACHINE =
      """
        - gateway: g
          files: [m.csv]
          time: {column: t, pattern: iso}
          rows: one-device
          device: {id: machine-1, profile: generic/machine-monitor}
          measurements: {vibration: v, current: c}
      """;

  /** A recording of counters: a column each, -1 is absent, note is ignored. */
  static final String COUNTERS =
      """
        - gateway: g
          files: [lots.csv]
          time: {column: t, pattern: iso}
          rows: column-per-device
          ignore: [note]
          absent: -1
          measurement: free_spaces
          profile: recorded/parking-lot-counter
      """;

  private final Path folder;
  private String manifest = SITE;

  RecordingSet(Path folder) {
    this.folder = folder;
  }

  RecordingSet with(String recording) {
    manifest += recording;
    return this;
  }

  RecordingSet manifest(String text) {
    manifest = text;
    return this;
  }

  RecordingSet file(String name, String... lines) {
    return fileOf(name, String.join("\n", lines) + "\n");
  }

  RecordingSet fileOf(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return this;
  }

  Manifest read() {
    List<Problem> problems = new ArrayList<>();
    Manifest read = read(problems);
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.stream().map(Problem::text).toList().toString());
    }
    return read;
  }

  List<String> problems() {
    List<Problem> problems = new ArrayList<>();
    Manifest unused = read(problems);
    return problems.stream()
        .map(problem -> problem.text().replace(folder.toString() + "/", ""))
        .toList();
  }

  private Manifest read(List<Problem> problems) {
    fileOf(ManifestReader.FILE_NAME, manifest);
    return ManifestReader.read(folder, Optional.of(Devices.PROFILES), Map.of(), problems);
  }
}
