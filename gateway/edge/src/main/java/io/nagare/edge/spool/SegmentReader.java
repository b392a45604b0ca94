package io.nagare.edge.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Reads the frames of one segment in order, each verified by its checksum. Not thread-safe. */
final class SegmentReader implements AutoCloseable {
  private static final int CHUNK = 256 * 1024;

  /** A length above this cannot be one of ours: the bytes are damaged. */
  private static final int MAX_BODY = 64 * 1024 * 1024;

  private final FileChannel file;
  private byte[] buffer = new byte[CHUNK];

  /** Where in the file the buffer's first byte stands. */
  private long bufferStart;

  private int buffered;

  /** Where in the file the next frame starts. */
  private long position = Segment.MAGIC_LENGTH;

  private SegmentReader(FileChannel file) {
    this.file = file;
  }

  /**
   * Opens a segment behind its magic number.
   *
   * @throws DamagedSegment if the file does not start like a segment
   */
  static SegmentReader open(Segment segment) throws IOException, DamagedSegment {
    FileChannel file = FileChannel.open(segment.path(), StandardOpenOption.READ);
    byte[] magic = new byte[Segment.MAGIC_LENGTH];
    ByteBuffer start = ByteBuffer.wrap(magic);
    while (start.hasRemaining() && file.read(start, start.position()) >= 0) {
      // Reads on until the magic number is whole or the file ends.
    }
    if (start.hasRemaining() || !Segment.isMagic(magic)) {
      file.close();
      throw new DamagedSegment(segment.path() + " does not start like a spool segment");
    }
    return new SegmentReader(file);
  }

  /** Where the next frame starts: everything before it has been read and was whole. */
  long position() {
    return position;
  }

  /**
   * The body of the next frame.
   *
   * @param limit how many bytes of the file count
   * @return empty at the limit
   * @throws DamagedSegment if what stands there is not a whole frame with the right checksum
   */
  Optional<ByteSource> next(long limit) throws IOException, DamagedSegment {
    if (position >= limit) {
      return Optional.empty();
    }
    if (limit - position < ByteSink.FRAME_HEADER || !fill(ByteSink.FRAME_HEADER)) {
      throw damaged("a frame's header is cut off");
    }
    ByteBuffer header = ByteBuffer.wrap(buffer);
    int length = header.getInt(at());
    int crc = header.getInt(at() + Integer.BYTES);
    long end = position + ByteSink.FRAME_HEADER + length;
    if (length <= 0 || length > MAX_BODY || end > limit) {
      throw damaged("a frame claims " + length + " bytes");
    }
    if (!fill(ByteSink.FRAME_HEADER + length)) {
      throw damaged("a frame is cut off");
    }
    int body = at() + ByteSink.FRAME_HEADER;
    CRC32C actual = new CRC32C();
    actual.update(buffer, body, length);
    if ((int) actual.getValue() != crc) {
      throw damaged("a frame's checksum is wrong");
    }
    position = end;
    return Optional.of(new ByteSource(buffer, body, length));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private int at() {
    return (int) (position - bufferStart);
  }

  /** Makes sure that the buffer holds this many bytes from the position on. */
  private boolean fill(int wanted) throws IOException {
    if (at() + wanted <= buffered) {
      return true;
    }
    int kept = Math.max(0, buffered - at());
    byte[] target = wanted > buffer.length ? new byte[wanted] : buffer;
    if (kept > 0) {
      System.arraycopy(buffer, at(), target, 0, kept);
    }
    buffer = target;
    bufferStart = position;
    buffered = kept;
    while (buffered < wanted) {
      ByteBuffer free = ByteBuffer.wrap(buffer, buffered, buffer.length - buffered);
      int read = file.read(free, bufferStart + buffered);
      if (read < 0) {
        return false;
      }
      buffered += read;
    }
    return true;
  }

  private DamagedSegment damaged(String what) {
    return new DamagedSegment("at byte " + position + ": " + what);
  }

  /** A segment that is not what the spool wrote. */
  static final class DamagedSegment extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedSegment(String message) {
      super(message);
    }
  }
}
