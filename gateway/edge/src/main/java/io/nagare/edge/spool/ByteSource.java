package io.nagare.edge.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The body of one frame, read from front to back.
 *
 * <p>The frame's checksum has been verified, so running past its end is a defect, not bad data; it
 * shows as {@link IndexOutOfBoundsException}.
 */
final class ByteSource {
  private final byte[] bytes;
  private final int end;
  private int at;

  ByteSource(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.at = from;
    this.end = from + length;
  }

  boolean atEnd() {
    return at >= end;
  }

  int one() {
    return bytes[at++] & 0xFF;
  }

  long unsigned() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  int count() {
    return Math.toIntExact(unsigned());
  }

  long signed() {
    long zigzag = unsigned();
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  double number() {
    double value = ByteBuffer.wrap(bytes).getDouble(at);
    at += Double.BYTES;
    return value;
  }

  String text() {
    int length = count();
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }
}
