package io.nagare.standalone.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Notices that a number has stopped changing. */
public final class StallWatch {
  private final Clock clock;
  private final Duration limit;
  private Instant lastChange;
  private long last = Long.MIN_VALUE;

  /** A watch that gives a number this long to change. */
  public StallWatch(Clock clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
    this.lastChange = clock.instant();
  }

  /** Takes note of the number; whether it has been the same for longer than the limit. */
  public boolean stalledAt(long number) {
    if (number != last) {
      last = number;
      lastChange = clock.instant();
    }
    return clock.instant().isAfter(lastChange.plus(limit));
  }
}
