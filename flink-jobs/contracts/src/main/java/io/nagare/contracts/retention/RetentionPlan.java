package io.nagare.contracts.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to go now so that nothing is readable beyond its maximum until the next run.
 *
 * @param plannedAt when it was made
 * @param steps what to remove, those nearest to the reader first
 * @param conflicts what cannot go without taking something that is still promised
 */
public record RetentionPlan(Instant plannedAt, List<Step> steps, List<Conflict> conflicts) {

  /** Keeps copies. */
  public RetentionPlan {
    steps = List.copyOf(steps);
    conflicts = List.copyOf(conflicts);
  }

  /** How something is removed. */
  public enum Action {
    /** The holding goes whole. */
    DROP,
    /** Everything before the cut-off goes, the rest stays. */
    CUT
  }

  /**
   * One removal.
   *
   * @param holding what is touched
   * @param action how
   * @param before event times before it go
   * @param dueAt when its oldest data reaches its maximum
   * @param terms that ask for it
   */
  public record Step(
      Holding holding, Action action, Instant before, Instant dueAt, RetentionTerms terms) {

    /** Whether something in it is beyond its maximum already. */
    public boolean overdue(Instant now) {
      return dueAt.isBefore(now);
    }
  }

  /**
   * A holding that must go whole though a part of it is promised for longer.
   *
   * @param holding which
   * @param promisedUntil how long its newest data is promised
   */
  public record Conflict(Holding holding, Instant promisedUntil) {}

  /**
   * Plans a run.
   *
   * @param untilNextRun how long until the next one; what reaches its maximum before goes now
   * @param terms by dataset; holdings of others are left alone
   */
  public static RetentionPlan of(
      Instant now,
      Duration untilNextRun,
      Map<String, RetentionTerms> terms,
      Collection<Holding> holdings) {
    List<Step> steps = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (Holding holding : holdings) {
      RetentionTerms own = terms.get(holding.dataset());
      if (own != null && own.most().isPresent()) {
        Optional<Step> step = step(now, untilNextRun, own, own.most().get(), holding);
        step.ifPresent(steps::add);
        Instant promisedUntil = holding.newest().plus(own.least());
        if (step.filter(due -> due.action() == Action.DROP).isPresent()
            && promisedUntil.isAfter(now)) {
          conflicts.add(new Conflict(holding, promisedUntil));
        }
      }
    }
    steps.sort(
        Comparator.comparing((Step step) -> step.holding().store())
            .thenComparing(Step::dueAt)
            .thenComparing(step -> step.holding().name()));
    return new RetentionPlan(now, steps, conflicts);
  }

  private static Optional<Step> step(
      Instant now, Duration untilNextRun, RetentionTerms terms, Duration most, Holding holding) {
    // Between least and most anything may go; going early by one run keeps the maximum, and what
    // is younger than the least stays even when runs are rare.
    Instant early = now.plus(untilNextRun).minus(most);
    Instant promised = now.minus(terms.least());
    Instant cutOff = early.isAfter(promised) ? promised : early;
    if (!holding.oldest().isBefore(cutOff)) {
      return Optional.empty();
    }
    Instant dueAt = holding.oldest().plus(most);
    if (holding.newest().isBefore(cutOff)) {
      return Optional.of(new Step(holding, Action.DROP, cutOff, dueAt, terms));
    }
    if (holding.store().canBeCut()) {
      return Optional.of(new Step(holding, Action.CUT, cutOff, dueAt, terms));
    }
    // The maximum is law, the least a promise: what cannot be cut goes whole once it must.
    return dueAt.isBefore(now.plus(untilNextRun))
        ? Optional.of(new Step(holding, Action.DROP, holding.newest().plusMillis(1), dueAt, terms))
        : Optional.empty();
  }
}
