package io.nagare.contracts.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** What probes of the delivery end saw, by minute. Neither order nor repeats matter. */
public final class ProbeTally {
  private final Map<Instant, Outcome> minutes = new HashMap<>();

  /** What is known of a minute; a worse one among several counts. */
  public enum Outcome {
    /** Nobody looked: reported apart, never as good. */
    UNKNOWN,
    /** Every probe got its answer. */
    GOOD,
    /** A probe got none, or a wrong one. */
    BAD
  }

  /**
   * Minutes of a span by what is known of them.
   *
   * @param good answered
   * @param bad not answered
   * @param unknown not probed
   */
  public record Minutes(long good, long bad, long unknown) {}

  /** Adds what a probe saw. */
  public void add(Instant probedAt, boolean answered) {
    minutes.merge(
        probedAt.truncatedTo(ChronoUnit.MINUTES),
        answered ? Outcome.GOOD : Outcome.BAD,
        (known, more) -> known.compareTo(more) >= 0 ? known : more);
  }

  /** What is known of the minute that starts then. */
  public Outcome minute(Instant start) {
    return minutes.getOrDefault(start.truncatedTo(ChronoUnit.MINUTES), Outcome.UNKNOWN);
  }

  /** The whole minutes of a span. */
  public Minutes in(Interval span) {
    long good = 0;
    long bad = 0;
    long unknown = 0;
    for (Instant minute = span.start();
        !minute.plus(1, ChronoUnit.MINUTES).isAfter(span.end());
        minute = minute.plus(1, ChronoUnit.MINUTES)) {
      switch (minute(minute)) {
        case GOOD -> good++;
        case BAD -> bad++;
        case UNKNOWN -> unknown++;
      }
    }
    return new Minutes(good, bad, unknown);
  }
}
