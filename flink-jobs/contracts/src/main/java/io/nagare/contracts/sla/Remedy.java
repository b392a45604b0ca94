package io.nagare.contracts.sla;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a consumer gets when an objective was missed in a month: part of the fee back.
 *
 * @param credits in the order of the contract
 * @param capPercent the most that a month gives back, percent of its fee
 * @param claimWithin how long after the statement it can be claimed; empty: it is given unasked
 */
public record Remedy(List<Credit> credits, double capPercent, Optional<Duration> claimWithin) {
  /** Nothing is given back. */
  public static final Remedy NONE = new Remedy(List.of(), 0, Optional.empty());

  /**
   * One step of the scale.
   *
   * @param objective its id
   * @param belowPercent applies when the month attained less
   * @param creditPercent of the month's fee
   */
  public record Credit(String objective, double belowPercent, double creditPercent) {}

  /** Keeps a copy. */
  public Remedy {
    credits = List.copyOf(credits);
  }

  /** The largest credit that a month's attainment of an objective earns, percent of the fee. */
  public double percentFor(String objective, Score score) {
    return score.total() == 0
        ? 0
        : credits.stream()
            .filter(credit -> credit.objective().equals(objective))
            .filter(credit -> 100.0 * score.good() < credit.belowPercent() * score.total() - 1e-9)
            .mapToDouble(Credit::creditPercent)
            .max()
            .orElse(0);
  }
}
