package io.nagare.standalone.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The log file of one process: what it writes is copied there, and the last lines are remembered.
 *
 * <p>The file is bounded: when it reaches {@value #MAX_BYTES} bytes, and at each start of the
 * supervisor, it becomes {@code <name>.1.log}, and the one that had this name is deleted. A disk
 * that is full loses lines of the log and never stops the process that writes them.
 */
final class ProcessLog {
  static final long MAX_BYTES = 16L << 20;
  private static final int REMEMBERED_LINES = 15;
  private static final int LONGEST_REMEMBERED_LINE = 400;

  private final Path file;
  private final Path previous;
  private final long maxBytes;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final StringBuilder unfinished = new StringBuilder();
  private OutputStream out = OutputStream.nullOutputStream();
  private long written;

  ProcessLog(Path folder, String name, long maxBytes) {
    this.file = folder.resolve(name + ".log");
    this.previous = folder.resolve(name + ".1.log");
    this.maxBytes = maxBytes;
    rotate();
  }

  /** Copies all that a process writes, in a thread of its own that ends with the process. */
  void follow(InputStream output) {
    Thread pump = new Thread(() -> copy(output), "log-" + file.getFileName());
    pump.setDaemon(true);
    pump.start();
  }

  /** Adds a line of the supervisor's own. */
  synchronized void note(String line) {
    write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The last lines, oldest first. */
  synchronized List<String> lastLines() {
    List<String> lines = new ArrayList<>(lastLines);
    if (!unfinished.isEmpty()) {
      lines.add(unfinished.toString());
    }
    return lines;
  }

  Path file() {
    return file;
  }

  private void copy(InputStream output) {
    byte[] buffer = new byte[8192];
    try (output) {
      for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
        byte[] bytes = new byte[n];
        System.arraycopy(buffer, 0, bytes, 0, n);
        write(bytes);
      }
    } catch (IOException ended) {
      // The pipe of a process that was killed may break instead of ending.
    }
  }

  private synchronized void write(byte[] bytes) {
    remember(new String(bytes, StandardCharsets.UTF_8));
    if (written + bytes.length > maxBytes) {
      rotate();
    }
    try {
      out.write(bytes);
      written += bytes.length;
    } catch (IOException diskFull) {
      // Losing a line of a log is better than stopping the process that wrote it.
    }
  }

  private void remember(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lastLines.add(unfinished.toString());
        unfinished.setLength(0);
        if (lastLines.size() > REMEMBERED_LINES) {
          lastLines.remove();
        }
      } else if (unfinished.length() < LONGEST_REMEMBERED_LINE) {
        unfinished.append(c);
      }
    }
  }

  private synchronized void rotate() {
    try {
      out.close();
      if (Files.exists(file)) {
        Files.move(file, previous, StandardCopyOption.REPLACE_EXISTING);
      }
      out = Files.newOutputStream(file);
    } catch (IOException diskFull) {
      out = OutputStream.nullOutputStream();
    }
    written = 0;
  }
}
