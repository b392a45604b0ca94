package io.nagare.profiles.airtime;

import java.util.OptionalLong;

/**
 * How long and how often a device may transmit in a sub-band. What is empty is not limited.
 *
 * @param maxTransmissionMicros the longest transmission
 * @param pauseMicros the shortest pause between two transmissions
 * @param perHourMicros the most within any hour; a duty cycle is given as its share of the hour
 * @param dwellMicros the most on one channel within any dwell window
 */
public record AirtimeLimits(
    OptionalLong maxTransmissionMicros,
    OptionalLong pauseMicros,
    OptionalLong perHourMicros,
    OptionalLong dwellMicros) {
  /** The window of {@code perHourMicros}. */
  public static final long HOUR_MICROS = 3_600_000_000L;

  /** The window of {@code dwellMicros}. Source: 47 CFR 15.247(a)(1)(i), 20 seconds. */
  public static final long DWELL_WINDOW_MICROS = 20_000_000L;

  /** Nothing is limited. */
  public static final AirtimeLimits NONE =
      new AirtimeLimits(
          OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
