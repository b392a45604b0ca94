package io.nagare.pipeline.windows;

import io.nagare.pipeline.reading.TaggedReading;

/** How many readings a window heard and how many of them are good: state. */
public final class QualityCount {
  /** Readings, whatever their flag. */
  public long readings;

  /** Readings flagged GOOD. */
  public long good;

  /** Counts a reading. */
  public void add(TaggedReading reading) {
    readings++;
    if (reading.isGood()) {
      good++;
    }
  }

  /** The good ones among the readings, 0 to 1. */
  public double share() {
    return readings == 0 ? 0 : (double) good / readings;
  }
}
