package io.nagare.profiles;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a measurement beyond its name, unit and period.
 *
 * @param range what the sensor can measure
 * @param resolution the smallest step between two values, in the measurement's unit
 * @param accuracy the largest error inside the range, in the measurement's unit, without sign
 * @param minPeriod the shortest time between two values
 * @param personalData what it says about persons
 * @param writable whether a command may set it
 */
public record MeasurementFacts(
    Optional<Range> range,
    OptionalDouble resolution,
    OptionalDouble accuracy,
    Optional<Duration> minPeriod,
    PersonalData personalData,
    boolean writable) {
  /** Nothing more is known. */
  public static final MeasurementFacts NONE =
      new MeasurementFacts(
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          PersonalData.NONE,
          false);
}
