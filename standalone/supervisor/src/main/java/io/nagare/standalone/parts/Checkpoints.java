package io.nagare.standalone.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flink's checkpoints and savepoints on disk: folders of which each has a file {@code _metadata}
 * once it is complete.
 */
final class Checkpoints {
  private static final String METADATA = "_metadata";

  /** {@code checkpoints/<job>/chk-n/_metadata} is the deepest place. */
  private static final int DEPTH = 4;

  private Checkpoints() {}

  /**
   * The complete checkpoint or savepoint that was finished last.
   *
   * <p>What has no {@code _metadata}, or an empty one, was cut off while it was written and is
   * passed over. Their numbers do not order them: savepoints have none.
   */
  static Optional<Path> newest(List<Path> folders) throws IOException {
    Optional<Path> newest = Optional.empty();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        newest = Stream.concat(newest.stream(), complete(folder)).max(AGE);
      }
    }
    return newest;
  }

  private static Stream<Path> complete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .filter(file -> file.getFileName().toString().equals(METADATA))
          .filter(file -> file.toFile().length() > 0)
          .map(Path::getParent)
          .toList()
          .stream();
    } catch (UncheckedIOException goneMeanwhile) {
      throw goneMeanwhile.getCause();
    }
  }

  private static final Comparator<Path> AGE =
      Comparator.comparing(Checkpoints::finishedAt)
          .thenComparing(Checkpoints::number)
          .thenComparing(Comparator.naturalOrder());

  private static FileTime finishedAt(Path checkpoint) {
    try {
      return Files.getLastModifiedTime(checkpoint.resolve(METADATA));
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private static long number(Path checkpoint) {
    String name = checkpoint.getFileName().toString();
    return name.matches("chk-\\d{1,18}") ? Long.parseLong(name.substring(4)) : 0;
  }
}
