package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What arrived for the slots of a window: completeness, latency and frequency. */
public final class SlotEvidence implements Evidence {
  private final Objective objective;
  private final Interval window;
  private final Expectation expectation;
  private final Duration deadline;
  private final Predicate<SlotArrival> good;
  private final List<SlotArrival> arrivals;

  private SlotEvidence(
      Objective objective,
      Interval window,
      Expectation expectation,
      Duration deadline,
      Predicate<SlotArrival> good,
      DeliveryTally tally) {
    this.objective = objective;
    this.window = window;
    this.expectation = expectation;
    this.deadline = deadline;
    this.good = good;
    this.arrivals =
        tally.arrivals().stream()
            .filter(arrival -> window.contains(slotOf(expectation, arrival)))
            .filter(arrival -> expectation.expects(arrival.device(), slotOf(expectation, arrival)))
            .toList();
  }

  /** A slot is good when a valid reading of it is readable by its end + D. */
  public static SlotEvidence ofCompleteness(
      Objective objective,
      Interval window,
      Expectation expectation,
      Duration deadline,
      DeliveryTally tally) {
    return new SlotEvidence(objective, window, expectation, deadline, arrival -> true, tally);
  }

  /**
   * A slot is good when its reading was readable within the threshold after its event time. A slot
   * without one counts as infinitely late, or an outage would improve the percentile.
   */
  public static SlotEvidence ofLatency(
      Objective objective,
      Interval window,
      Expectation expectation,
      Duration deadline,
      DeliveryTally tally) {
    Duration threshold = objective.threshold().orElse(deadline);
    // Before the threshold has passed nothing can be called too late.
    Duration judged = threshold.compareTo(deadline) > 0 ? threshold : deadline;
    return new SlotEvidence(
        objective,
        window,
        expectation,
        judged,
        arrival -> arrival.latency().compareTo(threshold) <= 0,
        tally);
  }

  @Override
  public Score score(Instant asOf) {
    return counted(asOf, arrival -> !arrival.readableAt().isAfter(asOf));
  }

  @Override
  public Score timely(Instant asOf) {
    return counted(asOf, this::inTime);
  }

  @Override
  public Optional<Instant> breachSince(Instant asOf) {
    return moments(asOf).stream().filter(moment -> !moment.kept()).map(Moment::at).findFirst();
  }

  @Override
  public SortedSet<Instant> arrivalsAfter(Instant limit) {
    SortedSet<Instant> after = new TreeSet<>();
    for (SlotArrival arrival : arrivals) {
      if (good.test(arrival) && arrival.readableAt().isAfter(limit)) {
        after.add(arrival.readableAt());
      }
    }
    return after;
  }

  /** At the deadline of each slot that was due: whether the fleet kept the objective in it. */
  public List<Moment> moments(Instant asOf) {
    Map<Instant, Long> inTime = new HashMap<>();
    for (SlotArrival arrival : arrivals) {
      if (inTime(arrival) && good.test(arrival)) {
        inTime.merge(slotOf(expectation, arrival), 1L, Long::sum);
      }
    }
    List<Moment> moments = new ArrayList<>();
    for (Instant slot : dueStarts(asOf)) {
      long devices = expectation.devicesAt(slot);
      if (devices > 0) {
        Score score = new Score(inTime.getOrDefault(slot, 0L), devices);
        moments.add(new Moment(deadlineOf(slot), objective.keptBy(score)));
      }
    }
    return moments;
  }

  /**
   * The latency that this percentage of the due slots stayed within, by nearest rank.
   *
   * @param percent above 0, at most 100
   * @return empty when it is infinite, because too many slots have no reading; or nothing was due
   */
  public Optional<Duration> percentile(double percent, Instant asOf) {
    Optional<Interval> due = expectation.dueBy(asOf, window, deadline);
    List<Duration> latencies =
        arrivals.stream()
            .filter(
                arrival -> due.map(in -> in.contains(slotOf(expectation, arrival))).orElse(false))
            .filter(arrival -> !arrival.readableAt().isAfter(asOf))
            .map(SlotArrival::latency)
            .sorted()
            .toList();
    long rank = (long) Math.ceil(percent / 100 * due.map(expectation::count).orElse(0L) - 1e-9);
    return rank >= 1 && rank <= latencies.size()
        ? Optional.of(latencies.get((int) rank - 1))
        : Optional.empty();
  }

  private Score counted(Instant asOf, Predicate<SlotArrival> counts) {
    Optional<Interval> due = expectation.dueBy(asOf, window, deadline);
    if (due.isEmpty()) {
      return Score.NOTHING;
    }
    long counted =
        arrivals.stream()
            .filter(arrival -> due.get().contains(slotOf(expectation, arrival)))
            .filter(good)
            .filter(counts)
            .count();
    return new Score(counted, expectation.count(due.get()));
  }

  private List<Instant> dueStarts(Instant asOf) {
    return expectation
        .dueBy(asOf, window, deadline)
        .map(due -> expectation.slots().starts(due))
        .orElse(List.of());
  }

  private boolean inTime(SlotArrival arrival) {
    return !arrival.readableAt().isAfter(deadlineOf(slotOf(expectation, arrival)));
  }

  private Instant deadlineOf(Instant slotStart) {
    return expectation.slots().endOf(slotStart).plus(deadline);
  }

  private static Instant slotOf(Expectation expectation, SlotArrival arrival) {
    return expectation.slots().slotOf(arrival.eventTime());
  }
}
