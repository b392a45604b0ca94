package io.nagare.edge.recording;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The recordings of real devices that lie beside the project, in a sibling {@code shared/data}. */
final class SharedRecordings {
  private SharedRecordings() {}

  /** The folder; the test is skipped, and says why, where it is absent. */
  static Path folder() {
    Path start = Path.of("").toAbsolutePath();
    for (@Nullable Path at = start; at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve("data");
      if (Files.isRegularFile(folder.resolve(ManifestReader.FILE_NAME))) {
        return folder;
      }
    }
    assumeTrue(false, "no shared/data/recordings.yaml beside " + start + " or a folder above it");
    return start;
  }
}
