package io.nagare.edge.admission;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that names every refused value: time, source, place, reason, detail, by tabs.
 *
 * <p>It keeps two generations of 16 MiB, so a device that sends nonsense for ever does not fill the
 * disk. A file that cannot be written does not stop the gateway: the counts are in the spool.
 * Thread-safe.
 */
public final class RefusedLog implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RefusedLog.class);
  private static final long MAX_BYTES = 16 * 1024 * 1024;

  /** Lines of one source that also go to the process's log; all of them would hide the rest. */
  private static final int ALSO_LOGGED = 20;

  private final Path path;
  private final Clock clock;
  private @Nullable BufferedWriter writer;
  private long bytes;
  private int logged;
  private boolean failing;

  /** A log in this file, which is made at the first refusal. */
  public RefusedLog(Path path, Clock clock) {
    this.path = path;
    this.clock = clock;
  }

  /**
   * Names one refusal.
   *
   * @param source the source's id
   * @param place where the value stood: file and line, or the sender's address
   * @param reason the stable code
   * @param detail what was found and what is allowed
   */
  public synchronized void refused(String source, String place, String reason, String detail) {
    if (logged < ALSO_LOGGED) {
      logged++;
      log.warn("{} refused: {}: {}: {}", source, place, reason, detail);
      if (logged == ALSO_LOGGED) {
        log.warn("further refusals are in {} only", path);
      }
    }
    String line =
        clock.instant() + "\t" + source + "\t" + place + "\t" + reason + "\t" + oneLine(detail);
    try {
      BufferedWriter open = writer;
      if (open == null || bytes > MAX_BYTES) {
        open = open();
      }
      open.write(line);
      open.newLine();
      bytes += line.length() + 1L;
      failing = false;
    } catch (IOException unwritable) {
      noteFailure(unwritable);
    }
  }

  /** Hands what was written to the operating system. */
  public synchronized void flush() {
    BufferedWriter open = writer;
    if (open != null) {
      try {
        open.flush();
      } catch (IOException unwritable) {
        noteFailure(unwritable);
      }
    }
  }

  @Override
  public synchronized void close() {
    BufferedWriter open = writer;
    writer = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException unwritable) {
        noteFailure(unwritable);
      }
    }
  }

  private BufferedWriter open() throws IOException {
    close();
    bytes = Files.exists(path) ? Files.size(path) : 0;
    if (bytes > MAX_BYTES) {
      Files.move(
          path,
          path.resolveSibling(path.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
      bytes = 0;
    }
    BufferedWriter opened =
        Files.newBufferedWriter(
            path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    writer = opened;
    return opened;
  }

  private void noteFailure(IOException unwritable) {
    if (!failing) {
      failing = true;
      log.warn("{} cannot be written ({}); refusals are counted, but not named", path, unwritable);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n\\t]+", " ");
  }
}
