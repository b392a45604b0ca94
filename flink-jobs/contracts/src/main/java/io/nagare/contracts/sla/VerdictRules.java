package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The verdicts on one objective in one window: a function of evidence and moment, and of nothing
 * else, so that a replay in any order gives the same.
 */
public final class VerdictRules {
  // Stragglers that come after the limit one by one make one correction an hour, not thousands.
  private static final Duration CORRECTION_STEP = Duration.ofHours(1);

  private final String dataset;
  private final String objective;
  private final Interval window;
  private final Duration lateness;

  /**
   * Rules for one window.
   *
   * @param lateness L: how long after the window's end the verdict stays open
   */
  public VerdictRules(String dataset, String objective, Interval window, Duration lateness) {
    this.dataset = dataset;
    this.objective = objective;
    this.window = window;
    this.lateness = lateness;
  }

  /** When the verdict becomes final. */
  public Instant finalAt() {
    return window.end().plus(lateness);
  }

  /** What can be said now; empty while nothing was due. */
  public Optional<Verdict> at(Instant now, Evidence evidence) {
    if (now.isBefore(finalAt())) {
      Verdict verdict = verdict(0, now, Verdict.State.PROVISIONAL, evidence);
      return verdict.total() == 0 ? Optional.empty() : Optional.of(verdict);
    }
    List<Verdict> settled = settled(now, evidence);
    return Optional.of(settled.get(settled.size() - 1));
  }

  /** The final verdict and its corrections up to now, by revision; none before it is final. */
  public List<Verdict> settled(Instant now, Evidence evidence) {
    List<Verdict> verdicts = new ArrayList<>();
    if (now.isBefore(finalAt())) {
      return verdicts;
    }
    verdicts.add(verdict(1, finalAt(), Verdict.State.FINAL, evidence));
    for (Instant moment : corrections(evidence.arrivalsAfter(finalAt()))) {
      if (!moment.isAfter(now)) {
        int revision = verdicts.size() + 1;
        verdicts.add(verdict(revision, moment, Verdict.State.CORRECTED, evidence));
      }
    }
    return verdicts;
  }

  private static SortedSet<Instant> corrections(SortedSet<Instant> arrivals) {
    long step = CORRECTION_STEP.toMillis();
    SortedSet<Instant> moments = new TreeSet<>();
    for (Instant arrival : arrivals) {
      long steps = Math.floorDiv(arrival.toEpochMilli(), step) + 1;
      moments.add(Instant.ofEpochMilli(steps * step));
    }
    return moments;
  }

  private Verdict verdict(int revision, Instant asOf, Verdict.State state, Evidence evidence) {
    Score score = evidence.score(asOf);
    return new Verdict(
        dataset,
        objective,
        window,
        revision,
        asOf,
        score.good(),
        evidence.timely(asOf).good(),
        score.total(),
        state,
        evidence.breachSince(asOf));
  }
}
