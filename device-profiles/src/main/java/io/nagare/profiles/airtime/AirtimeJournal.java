package io.nagare.profiles.airtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The ledger's file: a line a stretch of time on air, each with a checksum.
 *
 * <p>A last line without an end is what a crash leaves and is dropped: its transmission was never
 * granted. Any other line that does not read is counted as damage.
 */
final class AirtimeJournal implements Closeable {
  private final Path file;
  private FileChannel channel;
  private long lines;

  private AirtimeJournal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** One line. */
  record Line(AirtimeKey key, boolean missed, long start, long end, long airtime, long sequence) {

    private String text() {
      String body =
          String.join(
              "\t",
              key.device(),
              key.subBand(),
              missed ? "missed" : "seen",
              Long.toString(start),
              Long.toString(end),
              Long.toString(airtime),
              Long.toString(sequence));
      return body + "\t" + checksum(body) + "\n";
    }

    private static Optional<Line> parse(String text) {
      int last = text.lastIndexOf('\t');
      if (last < 0 || !checksum(text.substring(0, last)).equals(text.substring(last + 1))) {
        return Optional.empty();
      }
      String[] parts = text.substring(0, last).split("\t", -1);
      return Optional.of(
          new Line(
              new AirtimeKey(parts[0], parts[1]),
              parts[2].equals("missed"),
              Long.parseLong(parts[3]),
              Long.parseLong(parts[4]),
              Long.parseLong(parts[5]),
              Long.parseLong(parts[6])));
    }

    private static String checksum(String body) {
      CRC32 crc = new CRC32();
      crc.update(body.getBytes(StandardCharsets.UTF_8));
      return Long.toHexString(crc.getValue());
    }
  }

  /**
   * What a journal held.
   *
   * @param journal the open journal
   * @param lines what could be read
   * @param damaged how many lines could not, besides one that a crash left unfinished
   */
  record Opened(AirtimeJournal journal, List<Line> lines, long damaged) {}

  static Opened open(Path file) throws IOException {
    List<Line> read = new ArrayList<>();
    long damaged = 0;
    if (Files.exists(file)) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      int whole = text.lastIndexOf('\n') + 1;
      for (String raw : text.substring(0, whole).split("\n", 0)) {
        if (raw.isEmpty()) {
          continue;
        }
        String line = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Optional<Line> parsed = Line.parse(line);
        parsed.ifPresent(read::add);
        damaged += parsed.isPresent() ? 0 : 1;
      }
    }
    AirtimeJournal journal = new AirtimeJournal(file, FileChannel.open(file, writable()));
    return new Opened(journal, read, damaged);
  }

  /** Adds a line; with {@code force} it is on disk when this returns. */
  void append(Line line, boolean force) throws IOException {
    write(channel, line);
    lines++;
    if (force) {
      channel.force(false);
    }
  }

  /** Lines that were added since the journal was last rewritten. */
  long added() {
    return lines;
  }

  /** Rewrites the journal with these lines; a crash leaves the old or the new one. */
  void rewrite(List<Line> kept) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (FileChannel out =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (Line line : kept) {
        write(out, line);
      }
      out.force(true);
    }
    channel.close();
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    channel = FileChannel.open(file, writable());
    lines = 0;
  }

  @Override
  public void close() throws IOException {
    channel.force(false);
    channel.close();
  }

  private static StandardOpenOption[] writable() {
    return new StandardOpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND};
  }

  private static void write(FileChannel out, Line line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.text().getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
