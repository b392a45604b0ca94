package io.nagare.contracts.sla;

import io.nagare.profiles.LocalizedText;
import java.time.Duration;
import java.time.Instant;

/**
 * Planned work during which nothing is due, provided that it was announced in time.
 *
 * @param interval when
 * @param registeredAt when it was announced
 * @param reason what is done
 */
public record MaintenanceWindow(Interval interval, Instant registeredAt, LocalizedText reason) {

  /** Whether it was announced at least this long before it began; otherwise it excuses nothing. */
  public boolean registeredBeforehand(Duration notice) {
    return !registeredAt.plus(notice).isAfter(interval.start());
  }
}
