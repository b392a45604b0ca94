package io.nagare.edge.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The birth and death sequence number, which counts the node's connections over restarts.
 *
 * <p>Source: Sparkplug 3.0, tck-id-topics-nbirth-bdseq-increment: from 0 to 255, one more with each
 * CONNECT, then from 0 again.
 */
final class BdSeqFile {
  private static final Logger log = LoggerFactory.getLogger(BdSeqFile.class);
  private static final int NUMBERS = 256;

  private final Path path;
  private int last;

  BdSeqFile(Path path) {
    this.path = path;
    this.last = read(path);
  }

  /** The number of the next connection; on disk before it is used. */
  int next() {
    last = (last + 1) % NUMBERS;
    Path draft = path.resolveSibling(path.getFileName() + ".draft");
    try (FileChannel file =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer text = ByteBuffer.wrap((last + "\n").getBytes(StandardCharsets.US_ASCII));
      while (text.hasRemaining()) {
        file.write(text);
      }
      file.force(true);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      log.warn(
          "{} cannot be written ({}); after a restart the session number {} may be used again",
          path,
          unwritable.getMessage(),
          last);
    }
    return last;
  }

  private static int read(Path path) {
    try {
      int stored = Integer.parseInt(Files.readString(path, StandardCharsets.US_ASCII).strip());
      return Math.floorMod(stored, NUMBERS);
    } catch (IOException | NumberFormatException none) {
      log.debug("no session number is kept in {}; the first one is 0", path, none);
      return -1;
    }
  }
}
