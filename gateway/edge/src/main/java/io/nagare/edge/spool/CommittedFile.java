package io.nagare.edge.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that remembers the receipt over a restart.
 *
 * <p>It is a convenience: without it, or with an old one, readings are sent again and dropped as
 * repeats further on. So it is renamed into place, but not forced to disk.
 */
final class CommittedFile {
  private static final Logger log = LoggerFactory.getLogger(CommittedFile.class);

  private final Path path;
  private final long epoch;

  CommittedFile(Path folder, long epoch) {
    this.path = folder.resolve("committed");
    this.epoch = epoch;
  }

  /** The offset below which everything is acknowledged; 0 if the file does not say. */
  long read() {
    try {
      String[] words = Files.readString(path, StandardCharsets.US_ASCII).strip().split(" ", -1);
      if (words.length == 3 && words[0].equals(Long.toString(epoch)) && words[2].equals("end")) {
        return Long.parseLong(words[1]);
      }
    } catch (IOException | NumberFormatException unknown) {
      log.debug("no receipt is remembered in {}", path, unknown);
    }
    return 0;
  }

  void write(long committed) {
    Path draft = path.resolveSibling("committed.draft");
    try {
      Files.writeString(draft, epoch + " " + committed + " end\n", StandardCharsets.US_ASCII);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      log.warn(
          "{} cannot be written ({}); after a restart acknowledged readings are sent again",
          path,
          unwritable.getMessage());
    }
  }
}
