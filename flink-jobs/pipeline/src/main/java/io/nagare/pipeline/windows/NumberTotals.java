package io.nagare.pipeline.windows;

import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.reading.ValueKind;

/**
 * Count, sum, sum of squares, extremes and newest of the numbers of a window: state.
 *
 * <p>The result does not depend on the order of arrival: sums are exact, and the newest number is
 * that of the highest event time, then of the highest record id.
 */
public final class NumberTotals {
  /** The square of a larger number is no double; no sensor measures one. */
  private static final double LARGEST = 1e150;

  /** How many numbers there are. */
  public long count;

  /** Of the numbers. */
  public ExactSum sum = new ExactSum();

  /** Of the squares, each rounded to a double. */
  public ExactSum squares = new ExactSum();

  /** The smallest number, if there is any. */
  public double min = Double.POSITIVE_INFINITY;

  /** The largest number, if there is any. */
  public double max = Double.NEGATIVE_INFINITY;

  /** The newest number, if there is any. */
  public double last;

  /** When {@link #last} was measured. */
  public long lastTimeMillis;

  /** The record id of {@link #last}. */
  public long lastEpoch;

  /** The record id of {@link #last}. */
  public long lastOffset;

  /** Whether a reading is a number that these totals can take. */
  public static boolean takes(TaggedReading reading) {
    return reading.isUsable()
        && reading.reading().value().kind() == ValueKind.NUMBER
        && Math.abs(reading.reading().value().number()) <= LARGEST;
  }

  /** Adds the number of a reading that {@link #takes} accepts. */
  public void add(TaggedReading reading) {
    double number = reading.reading().value().number();
    count++;
    sum.add(number);
    squares.add(number * number);
    min = Math.min(min, number);
    max = Math.max(max, number);
    if (isNewer(reading)) {
      last = number;
      lastTimeMillis = reading.reading().eventTimeMillis();
      lastEpoch = reading.reading().id().epoch();
      lastOffset = reading.reading().id().offset();
    }
  }

  /** The arithmetic mean; only if there is a number. */
  public double mean() {
    return sum.value() / count;
  }

  /** The root of the mean of the squares; only if there is a number. */
  public double rootMeanSquare() {
    return Math.sqrt(squares.value() / count);
  }

  private boolean isNewer(TaggedReading reading) {
    DecodedReading candidate = reading.reading();
    if (count == 1) {
      return true;
    }
    if (candidate.eventTimeMillis() != lastTimeMillis) {
      return candidate.eventTimeMillis() > lastTimeMillis;
    }
    return candidate.id().epoch() == lastEpoch
        ? candidate.id().offset() > lastOffset
        : candidate.id().epoch() > lastEpoch;
  }
}
