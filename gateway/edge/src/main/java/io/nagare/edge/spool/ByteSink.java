package io.nagare.edge.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A growing buffer of encoded frames. Not thread-safe. */
final class ByteSink {
  /** Body length and CRC-32C of the body. */
  static final int FRAME_HEADER = 2 * Integer.BYTES;

  private byte[] bytes = new byte[64 * 1024];
  private int size;
  private int frameStart;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  ByteBuffer asBuffer() {
    return ByteBuffer.wrap(bytes, 0, size);
  }

  void beginFrame() {
    frameStart = size;
    ensure(FRAME_HEADER);
    size += FRAME_HEADER;
  }

  void endFrame() {
    int bodyStart = frameStart + FRAME_HEADER;
    CRC32C crc = new CRC32C();
    crc.update(bytes, bodyStart, size - bodyStart);
    ByteBuffer.wrap(bytes).putInt(frameStart, size - bodyStart);
    ByteBuffer.wrap(bytes).putInt(frameStart + Integer.BYTES, (int) crc.getValue());
  }

  void one(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  /** An unsigned LEB128 number. */
  void unsigned(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A number of either sign, zigzag and LEB128. */
  void signed(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  void number(double value) {
    ensure(Double.BYTES);
    ByteBuffer.wrap(bytes).putDouble(size, value);
    size += Double.BYTES;
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    unsigned(utf8.length);
    ensure(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
