package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * Good minutes of wall-clock time in a window: freshness and availability.
 *
 * <p>A minute is judged at its end by what was known then, so nothing that comes later changes it.
 */
public final class MinuteEvidence implements Evidence {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Objective objective;
  private final List<Instant> ends;
  private final Predicate<Instant> good;

  private MinuteEvidence(Objective objective, List<Instant> ends, Predicate<Instant> good) {
    this.objective = objective;
    this.ends = ends;
    this.good = good;
  }

  /**
   * A minute is good when the newest readable event time is at most the threshold old at its end.
   * It is due when data were due all through the threshold before: nobody owes at opening time what
   * the night did not measure.
   */
  public static MinuteEvidence ofFreshness(
      Objective objective, Interval window, ExpectedSlots slots, FreshnessTally tally) {
    Duration threshold = objective.threshold().orElse(MINUTE);
    Instant from = window.start().minus(threshold);
    List<Interval> duty = slots.duty(new Interval(from, window.end()));
    return new MinuteEvidence(
        objective,
        minutes(window, end -> dueThroughout(duty, new Interval(end.minus(threshold), end))),
        end ->
            tally
                .newestAt(end)
                .map(newest -> Duration.between(newest, end).compareTo(threshold) <= 0)
                .orElse(false));
  }

  /**
   * A minute is good when it was probed and every probe got its answer. Unknown ones count as
   * minutes, never as good.
   */
  public static MinuteEvidence ofAvailability(
      Objective objective, Interval window, ExpectedSlots slots, ProbeTally tally) {
    List<Interval> duty = slots.duty(window);
    return new MinuteEvidence(
        objective,
        minutes(window, end -> dueThroughout(duty, new Interval(end.minus(MINUTE), end))),
        end -> tally.minute(end.minus(MINUTE)) == ProbeTally.Outcome.GOOD);
  }

  @Override
  public Score score(Instant asOf) {
    List<Instant> due = due(asOf);
    return new Score(due.stream().filter(good).count(), due.size());
  }

  @Override
  public Score timely(Instant asOf) {
    return score(asOf);
  }

  @Override
  public Optional<Instant> breachSince(Instant asOf) {
    return due(asOf).stream().filter(good.negate()).findFirst();
  }

  @Override
  public SortedSet<Instant> arrivalsAfter(Instant limit) {
    return Collections.emptySortedSet();
  }

  /** At the end of each due minute: whether it was good. */
  public List<Moment> moments(Instant asOf) {
    return due(asOf).stream().map(end -> new Moment(end, good.test(end))).toList();
  }

  /** The objective that the minutes are counted for. */
  public Objective objective() {
    return objective;
  }

  private List<Instant> due(Instant asOf) {
    return ends.stream().filter(end -> !end.isAfter(asOf)).toList();
  }

  private static List<Instant> minutes(Interval window, Predicate<Instant> due) {
    List<Instant> ends = new ArrayList<>();
    for (Instant end = window.start().plus(MINUTE);
        !end.isAfter(window.end());
        end = end.plus(MINUTE)) {
      if (due.test(end)) {
        ends.add(end);
      }
    }
    return ends;
  }

  private static boolean dueThroughout(List<Interval> duty, Interval time) {
    return duty.stream().anyMatch(interval -> interval.covers(time));
  }
}
