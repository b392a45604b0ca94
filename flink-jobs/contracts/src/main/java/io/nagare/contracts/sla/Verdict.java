package io.nagare.contracts.sla;

import java.time.Instant;
import java.util.Optional;

/**
 * What was found about an objective in a window, as of a moment.
 *
 * @param dataset its contract's id
 * @param objective its id within the contract
 * @param window event time that it is about
 * @param revision 0 while provisional (of several the newest {@code asOf} counts), 1 when final,
 *     one more with every correction
 * @param asOf what was readable then was taken into account
 * @param good with late data
 * @param timely good within the deadline: what attainment and remedies are computed from
 * @param total what was due
 * @param state how firm it is
 * @param breachSince the first moment at which the objective was not kept; once there, it stays
 */
public record Verdict(
    String dataset,
    String objective,
    Interval window,
    int revision,
    Instant asOf,
    long good,
    long timely,
    long total,
    State state,
    Optional<Instant> breachSince) {

  /** How firm a verdict is. */
  public enum State {
    /** Late data may still come. */
    PROVISIONAL,
    /** The lateness limit has passed. */
    FINAL,
    /** Something came after that all the same. */
    CORRECTED
  }

  /** Good with late data ÷ what was due. */
  public Score score() {
    return new Score(good, total);
  }

  /** Good in time ÷ what was due. */
  public Score timelyScore() {
    return new Score(timely, total);
  }

  Verdict withBreachSince(Optional<Instant> since) {
    return new Verdict(
        dataset, objective, window, revision, asOf, good, timely, total, state, since);
  }

  Verdict withRevision(int newRevision, State newState) {
    return new Verdict(
        dataset, objective, window, newRevision, asOf, good, timely, total, newState, breachSince);
  }
}
