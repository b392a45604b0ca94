package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A time in which an objective was not kept.
 *
 * @param breachStart the first moment at which it failed
 * @param alertedAt when the alert was raised
 * @param notifiedAt when the subscriber confirmed it (2xx)
 * @param recoveredAt the first moment at which it was kept again
 */
public record Incident(
    Instant breachStart,
    Optional<Instant> alertedAt,
    Optional<Instant> notifiedAt,
    Optional<Instant> recoveredAt) {

  /** The incidents in these looks at an objective, in any order, before anybody was told. */
  public static List<Incident> in(List<Moment> moments) {
    List<Incident> incidents = new ArrayList<>();
    Optional<Instant> start = Optional.empty();
    for (Moment moment : moments.stream().sorted(Comparator.comparing(Moment::at)).toList()) {
      if (!moment.kept() && start.isEmpty()) {
        start = Optional.of(moment.at());
      } else if (moment.kept() && start.isPresent()) {
        incidents.add(of(start.get(), Optional.of(moment.at())));
        start = Optional.empty();
      }
    }
    start.ifPresent(open -> incidents.add(of(open, Optional.empty())));
    return incidents;
  }

  private static Incident of(Instant start, Optional<Instant> recovered) {
    return new Incident(start, Optional.empty(), Optional.empty(), recovered);
  }

  /** The incident with its alert. */
  public Incident alerted(Instant at) {
    return new Incident(breachStart, Optional.of(at), notifiedAt, recoveredAt);
  }

  /** The incident with its subscriber's confirmation. */
  public Incident notified(Instant at) {
    return new Incident(breachStart, alertedAt, Optional.of(at), recoveredAt);
  }

  /** Alert − start of the breach. */
  public Optional<Duration> timeToDetect() {
    return between(Optional.of(breachStart), alertedAt);
  }

  /** Confirmation − alert. */
  public Optional<Duration> timeToNotify() {
    return between(alertedAt, notifiedAt);
  }

  /** Recovery − start of the breach. */
  public Optional<Duration> timeToRepair() {
    return between(Optional.of(breachStart), recoveredAt);
  }

  /**
   * How many incidents kept a time to detect, notify or repair. One that is still open counts as
   * soon as its time is up, as bad; before that, not at all.
   */
  public static Score score(Objective objective, List<Incident> incidents, Instant asOf) {
    Duration threshold = objective.threshold().orElse(Duration.ZERO);
    Score score = Score.NOTHING;
    for (Incident incident : incidents) {
      Optional<Instant> from = incident.clockStart(objective);
      Optional<Instant> to = incident.clockEnd(objective).filter(end -> !end.isAfter(asOf));
      if (from.isPresent()) {
        Duration took = Duration.between(from.get(), to.orElse(asOf));
        boolean good = took.compareTo(threshold) <= 0;
        if (to.isPresent() || !good) {
          score = score.plus(new Score(good ? 1 : 0, 1));
        }
      }
    }
    return score;
  }

  private Optional<Instant> clockStart(Objective objective) {
    return objective.measures(Indicator.TIME_TO_NOTIFY) ? alertedAt : Optional.of(breachStart);
  }

  private Optional<Instant> clockEnd(Objective objective) {
    if (objective.measures(Indicator.TIME_TO_DETECT)) {
      return alertedAt;
    }
    return objective.measures(Indicator.TIME_TO_NOTIFY) ? notifiedAt : recoveredAt;
  }

  private static Optional<Duration> between(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(start -> to.map(end -> Duration.between(start, end)));
  }
}
