package io.nagare.bridge;

import java.time.Duration;

/**
 * How long to wait before trying again: doubles with each failure, and differs by chance so that
 * many do not come back at once.
 *
 * @param first the wait after the first failure, before chance shortens it
 * @param longest what it never exceeds
 */
record BackOff(Duration first, Duration longest) {
  /** From 250 ms to 2 s: short, because gateways spool while the bridge is away. */
  static final BackOff STANDARD = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(2));

  private static final int DOUBLINGS = 16;

  /**
   * The wait after this many failures in a row.
   *
   * @param failures from 1
   * @param chance from 0 (half the wait) to 1 (the whole wait)
   */
  Duration after(int failures, double chance) {
    long whole =
        Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, DOUBLINGS));
    return Duration.ofMillis(Math.round(whole * (0.5 + chance / 2)));
  }
}
