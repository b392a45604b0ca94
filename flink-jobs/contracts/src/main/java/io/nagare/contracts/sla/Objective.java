package io.nagare.contracts.sla;

import java.time.Duration;
import java.util.Optional;

/**
 * One sentence of a promise that can be kept or broken.
 *
 * @param id names it within the contract
 * @param property as the contract writes it
 * @param indicator what measures it; empty when nothing does
 * @param share of good among all that is promised, 0 to 1; 0 when nothing measures it
 * @param threshold what a good one stays within: latency, freshness, frequency, times; the least
 *     retention
 * @param maximum the longest retention
 * @param written the value as the contract writes it, for people
 */
public record Objective(
    String id,
    String property,
    Optional<Indicator> indicator,
    double share,
    Optional<Duration> threshold,
    Optional<Duration> maximum,
    String written) {

  /** Whether a score keeps it. A score of nothing keeps everything. */
  public boolean keptBy(Score score) {
    // Compared as counts: 99 of 100 keeps 0.99 whatever the rounding of the quotient.
    return score.good() >= share * score.total() - 1e-9;
  }

  /** Whether it is of this indicator. */
  public boolean measures(Indicator wanted) {
    return indicator.isPresent() && indicator.get() == wanted;
  }
}
