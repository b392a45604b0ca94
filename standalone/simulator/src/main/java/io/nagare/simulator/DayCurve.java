package io.nagare.simulator;

import java.time.ZoneOffset;

/**
 * How busy a place is over the day: hours with a level from 0 to 1, and straight lines between
 * them.
 */
final class DayCurve {
  /** Japan has had no summer time since 1951, so an offset is enough. */
  static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

  private static final long HOUR_MILLIS = 3_600_000;
  private static final int HOURS = 24;

  private final double[] levels;

  /** A level for each hour of the day, from midnight in Japan. */
  DayCurve(double... levels) {
    if (levels.length != HOURS) {
      throw new IllegalArgumentException("a day has 24 hours, not " + levels.length);
    }
    this.levels = levels.clone();
  }

  /** The level at an instant. */
  double at(long epochMillis) {
    long local = epochMillis + JAPAN.getTotalSeconds() * 1_000L;
    long ofDay = Math.floorMod(local, HOURS * HOUR_MILLIS);
    int hour = (int) (ofDay / HOUR_MILLIS);
    double part = (double) (ofDay % HOUR_MILLIS) / HOUR_MILLIS;
    return levels[hour] * (1 - part) + levels[(hour + 1) % HOURS] * part;
  }
}
