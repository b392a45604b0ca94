package io.nagare.profiles.radio;

import io.nagare.profiles.AccessMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a radio is meant to be used, as far as that is settled. What is empty is as the device does
 * it by itself.
 *
 * @param centreHz the one centre frequency
 * @param bandwidthHz the width of the emission
 * @param conductedDbm the power into the antenna
 * @param access how it shares its channel
 */
public record Use(
    OptionalLong centreHz,
    OptionalLong bandwidthHz,
    OptionalDouble conductedDbm,
    Optional<AccessMode> access) {
  /** Nothing is settled. */
  public static final Use AS_IS =
      new Use(OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty(), Optional.empty());

  /** Whether anything that a certificate limits is settled. */
  boolean stated() {
    return centreHz.isPresent() || bandwidthHz.isPresent() || conductedDbm.isPresent();
  }
}
