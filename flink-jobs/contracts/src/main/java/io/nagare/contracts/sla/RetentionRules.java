package io.nagare.contracts.sla;

import java.time.Instant;

/** Whether data can be read as long as promised, and no longer. */
public final class RetentionRules {
  private RetentionRules() {}

  /**
   * Whether a retention objective is kept now.
   *
   * @param since when the dataset began; a younger one cannot hold older data
   * @param oldest event time of the oldest data that can be retrieved
   */
  public static boolean kept(Objective objective, Instant now, Instant since, Instant oldest) {
    Instant least = objective.threshold().map(now::minus).filter(since::isBefore).orElse(since);
    boolean longEnough = !oldest.isAfter(least);
    boolean nothingBeyond =
        objective.maximum().map(longest -> !oldest.isBefore(now.minus(longest))).orElse(true);
    return longEnough && nothingBeyond;
  }
}
