package io.nagare.edge.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One file of the spool: a magic number and then frames, the first of them a snapshot. */
final class Segment {
  /** Names the format and its version. */
  private static final byte[] MAGIC = "NAGSPL01".getBytes(StandardCharsets.US_ASCII);

  static final int MAGIC_LENGTH = 8;

  private static final String SUFFIX = ".spool";

  private final long first;
  private final Path path;

  /** How much of the file is known to be on disk; only the spool's writer raises it. */
  private volatile long durableBytes;

  private Segment(long first, Path path, long durableBytes) {
    this.first = first;
    this.path = path;
    this.durableBytes = durableBytes;
  }

  /** The offset of the first reading that the segment holds or will hold. */
  long first() {
    return first;
  }

  Path path() {
    return path;
  }

  long durableBytes() {
    return durableBytes;
  }

  void nowDurable(long bytes) {
    durableBytes = bytes;
  }

  /**
   * Makes a segment that holds its snapshot only; it has its name only once that is on disk.
   *
   * @throws IOException if the disk is full or fails; nothing with the segment's name is left then
   */
  static Segment create(Path folder, long epoch, long first, Collection<SourceState> sources)
      throws IOException {
    Path path = folder.resolve(String.format(Locale.ROOT, "%020d%s", first, SUFFIX));
    Path draft = folder.resolve("next.draft");
    ByteSink sink = new ByteSink();
    FrameCodec.write(sink, epoch, first, sources);
    long bytes;
    try (FileChannel file =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeFully(file, ByteBuffer.wrap(MAGIC));
      writeFully(file, sink.asBuffer());
      file.force(true);
      bytes = file.position();
    }
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(folder);
    return new Segment(first, path, bytes);
  }

  /** The segments in a folder, by their first offset, each with its length as it is now. */
  static List<Segment> list(Path folder) throws IOException {
    List<Segment> segments = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.matches("[0-9]{20}\\" + SUFFIX)) {
          long first = Long.parseLong(name.substring(0, 20));
          segments.add(new Segment(first, path, Files.size(path)));
        }
      }
    }
    return segments;
  }

  /** Cuts what follows the last whole frame. */
  void cutTo(long bytes) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      file.truncate(bytes);
      file.force(true);
    }
    durableBytes = bytes;
  }

  /** Keeps a file that cannot be read for whoever wants to look into it, out of the way. */
  void setAside() throws IOException {
    Files.move(path, path.resolveSibling(path.getFileName() + ".damaged"));
  }

  static boolean isMagic(byte[] start) {
    return Arrays.equals(start, MAGIC);
  }

  static void writeFully(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** Makes a rename or a deletion in a folder durable. */
  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
