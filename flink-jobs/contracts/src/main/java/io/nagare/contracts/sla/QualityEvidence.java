package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Readings of a window that passed the quality tests among those received: the quality share. */
public final class QualityEvidence implements Evidence {
  private final Objective objective;
  private final Interval window;
  private final Duration deadline;
  private final Map<String, Batch> batches = new HashMap<>();

  private record Batch(Instant readableAt, Score score) {}

  /** Nothing was received yet. */
  public QualityEvidence(Objective objective, Interval window, Duration deadline) {
    this.objective = objective;
    this.window = window;
    this.deadline = deadline;
  }

  /**
   * Adds what came together; the same batch again changes nothing.
   *
   * @param batch names it, for example by topic, partition and offset
   * @param readableAt the first moment a consumer could read it
   * @param passed readings that passed
   * @param received all of them
   */
  public void add(String batch, Instant readableAt, long passed, long received) {
    batches.merge(
        batch,
        new Batch(readableAt, new Score(passed, received)),
        (known, again) -> known.readableAt().isAfter(again.readableAt()) ? again : known);
  }

  @Override
  public Score score(Instant asOf) {
    return total(batch -> !batch.readableAt().isAfter(asOf));
  }

  @Override
  public Score timely(Instant asOf) {
    Instant limit = asOf.isBefore(judgedAt()) ? asOf : judgedAt();
    return total(batch -> !batch.readableAt().isAfter(limit));
  }

  @Override
  public Optional<Instant> breachSince(Instant asOf) {
    return asOf.isBefore(judgedAt()) || objective.keptBy(timely(asOf))
        ? Optional.empty()
        : Optional.of(judgedAt());
  }

  @Override
  public SortedSet<Instant> arrivalsAfter(Instant limit) {
    SortedSet<Instant> after = new TreeSet<>();
    for (Batch batch : batches.values()) {
      if (batch.readableAt().isAfter(limit)) {
        after.add(batch.readableAt());
      }
    }
    return after;
  }

  private Instant judgedAt() {
    return window.end().plus(deadline);
  }

  private Score total(Predicate<Batch> counts) {
    return batches.values().stream()
        .filter(counts)
        .map(Batch::score)
        .reduce(Score.NOTHING, Score::plus);
  }
}
