package io.nagare.contracts.sla;

import java.util.OptionalDouble;

/**
 * How much an objective lets go wrong, and how much of that has.
 *
 * @param allowed (1 − objective) × total
 * @param spent how many were bad
 */
public record ErrorBudget(double allowed, long spent) {

  /** The budget of an objective for a score. */
  public static ErrorBudget of(Objective objective, Score score) {
    return new ErrorBudget((1 - objective.share()) * score.total(), score.bad());
  }

  /** What is left, 1 = all, 0 = used up, negative = overspent; empty when nothing is allowed. */
  public OptionalDouble remaining() {
    return allowed <= 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - spent / allowed);
  }

  /**
   * (bad ÷ total) ÷ (1 − objective): 1 spends the budget exactly in the objective's period. Empty
   * when nothing is allowed or nothing was due.
   */
  public OptionalDouble burn() {
    return allowed <= 0 ? OptionalDouble.empty() : OptionalDouble.of(spent / allowed);
  }
}
