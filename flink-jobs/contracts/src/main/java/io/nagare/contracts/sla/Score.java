package io.nagare.contracts.sla;

import java.util.OptionalDouble;

/**
 * Good ones among all.
 *
 * @param good not negative
 * @param total at least {@code good}
 */
public record Score(long good, long total) {
  /** Nothing was due. */
  public static final Score NOTHING = new Score(0, 0);

  /** Refuses more good ones than there are. */
  public Score {
    if (good < 0 || good > total) {
      throw new IllegalArgumentException("score " + good + " of " + total);
    }
  }

  /** Good ÷ all, 0 to 1; empty when nothing was due. */
  public OptionalDouble share() {
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) good / total);
  }

  /** How many were not good. */
  public long bad() {
    return total - good;
  }

  /** Both together. */
  public Score plus(Score other) {
    return new Score(good + other.good, total + other.total);
  }
}
