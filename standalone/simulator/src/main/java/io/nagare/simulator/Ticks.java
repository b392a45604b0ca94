package io.nagare.simulator;

/**
 * A regular beat: the times that are {@code phase} after a multiple of {@code period}.
 *
 * @param periodMillis at least 1
 * @param phaseMillis from 0 to less than the period; spreads devices so that they do not report at
 *     once
 */
record Ticks(long periodMillis, long phaseMillis) {

  /** The beat of a device: its phase follows from its id. */
  static Ticks of(long periodMillis, Chance chance) {
    return new Ticks(periodMillis, (long) (chance.unit("phase", periodMillis) * periodMillis));
  }

  /** The next beat after this time. */
  long nextAfter(long epochMillis) {
    return (indexAt(epochMillis) + 1) * periodMillis + phaseMillis;
  }

  /** The number of the last beat that is not after this time. */
  long indexAt(long epochMillis) {
    return Math.floorDiv(epochMillis - phaseMillis, periodMillis);
  }
}
