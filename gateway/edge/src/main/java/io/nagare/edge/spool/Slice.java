package io.nagare.edge.spool;

import io.nagare.edge.reading.Reading;
import java.util.List;

/**
 * Consecutive readings of the spool.
 *
 * @param from the offset of the first
 * @param readings in the order of their offsets; empty if there is none now
 */
public record Slice(long from, List<Reading> readings) {

  /** The offset behind the last reading. */
  public long to() {
    return from + readings.size();
  }
}
