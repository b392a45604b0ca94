package io.nagare.portal.live;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides when a value is stale. The page's {@code live.js} decides by the same rules every second,
 * from the limit that the server writes beside each value.
 */
public final class FreshnessRules {
  /**
   * Added to the longest normal silence: the way from the sensor to the page is promised to take no
   * longer than this.
   */
  public static final Duration DELIVERY = Duration.ofSeconds(2);

  /** A clock that is further ahead than this tells no age. */
  public static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private FreshnessRules() {}

  /** The state of a reading at a time. */
  public static Freshness of(LiveReading reading, Instant now) {
    if (reading.sessionDead() || !reading.hasValue()) {
      return Freshness.STALE;
    }
    Duration age = Duration.between(reading.eventTime().orElseThrow(), now);
    boolean fresh = age.compareTo(limit(reading)) <= 0 && age.compareTo(CLOCK_SKEW.negated()) >= 0;
    return fresh ? Freshness.FRESH : Freshness.STALE;
  }

  /** The age beyond which the reading's series is stale. */
  public static Duration limit(LiveReading reading) {
    return reading.maxPeriod().plus(DELIVERY);
  }
}
