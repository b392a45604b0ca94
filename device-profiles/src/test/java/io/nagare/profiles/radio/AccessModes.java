package io.nagare.profiles.radio;

import io.nagare.profiles.AccessMode;
import java.util.Optional;
import java.util.OptionalLong;

/** How a device of a test shares its channel. */
final class AccessModes {
  private AccessModes() {}

  static AccessMode listening(long micros) {
    return of(micros, -1, -1, -1);
  }

  /** In microseconds; a negative number leaves it undeclared. */
  static AccessMode of(long listens, long transmission, long pause, long perHour) {
    return new AccessMode(
        micros(listens),
        micros(transmission),
        micros(pause),
        micros(perHour),
        OptionalLong.empty(),
        1,
        false,
        Optional.empty());
  }

  /** As able as a device can be: it hops, listens, leaves radar alone. */
  static AccessMode able(String equipmentClass) {
    return new AccessMode(
        OptionalLong.of(1_000_000),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        100,
        true,
        equipmentClass.isEmpty() ? Optional.empty() : Optional.of(equipmentClass));
  }

  private static OptionalLong micros(long value) {
    return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
