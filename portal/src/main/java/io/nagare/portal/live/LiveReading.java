package io.nagare.portal.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The newest reading of a series, as the live topic tells it.
 *
 * @param key which series
 * @param name of the device for people; its id when it has none
 * @param kind {@code equipment}, {@code parking}, {@code room}, {@code beacon} or another word
 * @param area of the site
 * @param asset the device is mounted on
 * @param capacity spaces of a car park, people of a room
 * @param profile {@code id@version}
 * @param unit UCUM code
 * @param value a number, or 1 and 0 for true and false
 * @param text a text value
 * @param flag 1 good, 2 not evaluated, 3 suspect, 4 fail, 9 missing
 * @param eventTime when it was measured; absent as long as nothing was
 * @param maxPeriod the longest normal silence of the series
 * @param sessionDead whether the device or its gateway has said good-bye
 */
public record LiveReading(
    SeriesKey key,
    String name,
    String kind,
    String area,
    String asset,
    OptionalLong capacity,
    String profile,
    String unit,
    OptionalDouble value,
    Optional<String> text,
    int flag,
    Optional<Instant> eventTime,
    Duration maxPeriod,
    boolean sessionDead) {

  /** Whether there is a value at all. */
  public boolean hasValue() {
    return eventTime.isPresent() && (value.isPresent() || text.isPresent());
  }

  /** The same reading with what is known of the session now. */
  LiveReading withSessionDead(boolean dead) {
    return new LiveReading(
        key, name, kind, area, asset, capacity, profile, unit, value, text, flag, eventTime,
        maxPeriod, dead);
  }
}
