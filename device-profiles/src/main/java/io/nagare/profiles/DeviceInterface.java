package io.nagare.profiles;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One way in which a device talks: a cable or a radio.
 *
 * @param id its name inside the profile
 * @param technology what it is
 * @param transmits whether it emits radio waves; a receiver does not
 * @param centres the centre frequencies that it can be set to; empty when unknown
 * @param bandwidthHz the width of its emission; 0 when unknown
 * @param conductedDbm the most power that it can put into its antenna; empty when unknown
 * @param antennaGainDbi the gain of its own antenna; empty when unknown
 * @param cableLossDb the loss between radio and antenna
 * @param settablePower whether its power can be lowered
 * @param settableFrequency whether it can be kept to some of its frequencies
 * @param modulation in words
 * @param access how it shares its channel; empty when unknown
 */
public record DeviceInterface(
    String id,
    Technology technology,
    boolean transmits,
    List<FrequencySpan> centres,
    long bandwidthHz,
    OptionalDouble conductedDbm,
    OptionalDouble antennaGainDbi,
    double cableLossDb,
    boolean settablePower,
    boolean settableFrequency,
    Optional<String> modulation,
    Optional<AccessMode> access) {

  /** Keeps a copy of the frequencies. */
  public DeviceInterface {
    centres = List.copyOf(centres);
  }
}
