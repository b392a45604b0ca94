package io.nagare.contracts.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Times in steps of the local day.
 *
 * @param step divides a day without rest
 * @param zone in which days start
 */
public record TimeSteps(Duration step, ZoneId zone) {

  /** Refuses steps that do not divide a day. */
  public TimeSteps {
    if (step.isNegative()
        || step.isZero()
        || Duration.ofDays(1).toMillis() % step.toMillis() != 0) {
      throw new IllegalArgumentException("step " + step + " does not divide a day");
    }
  }

  /** The start of the step that a moment is in. */
  public Instant of(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    long millis = local.toLocalTime().toNanoOfDay() / 1_000_000;
    ZonedDateTime start =
        local
            .toLocalDate()
            .atStartOfDay()
            .plus(Duration.ofMillis(millis - millis % step.toMillis()))
            // Of an hour that comes twice in autumn each time has steps of its own.
            .atZone(zone)
            .withEarlierOffsetAtOverlap();
    return start.getOffset().equals(local.getOffset())
        ? start.toInstant()
        : start.withLaterOffsetAtOverlap().toInstant();
  }
}
