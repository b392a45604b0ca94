package io.nagare.contracts.retention;

import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.sla.Indicator;
import io.nagare.contracts.sla.Objective;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a contract keeps data, by event time.
 *
 * @param dataset its id
 * @param version of the contract
 * @param least for so long it can be read
 * @param most after so long nothing is readable anywhere; empty: it may stay
 */
public record RetentionTerms(
    String dataset, String version, Duration least, Optional<Duration> most) {

  /** Refuses terms that cannot both be kept. */
  public RetentionTerms {
    if (least.isNegative() || most.filter(longest -> longest.compareTo(least) < 0).isPresent()) {
      throw new IllegalArgumentException("retention of at least " + least + ", at most " + most);
    }
  }

  /** The terms of a contract: its objective {@code retention}; without one data may stay. */
  public static RetentionTerms of(DatasetContract contract) {
    Optional<Objective> objective = contract.promise().objective(Indicator.RETENTION);
    return new RetentionTerms(
        contract.id(),
        contract.version(),
        objective.flatMap(Objective::threshold).orElse(Duration.ZERO),
        objective.flatMap(Objective::maximum));
  }
}
