package io.nagare.profiles;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a radio shares its channel with others. What is empty has not been declared.
 *
 * @param carrierSenseMicros how long it listens before it talks; 0 when it does not listen
 * @param maxTransmissionMicros its longest transmission
 * @param pauseMicros its shortest pause between transmissions
 * @param perHourMicros the most that it transmits in any hour
 * @param dwellMicros the most that it stays on one channel within 20 seconds
 * @param hoppingChannels how many channels it hops over; 1 when it does not hop
 * @param radarDetection whether it leaves channels on which it hears radar (DFS)
 * @param equipmentClass the class in which it was certified, such as {@code vlp}
 */
public record AccessMode(
    OptionalLong carrierSenseMicros,
    OptionalLong maxTransmissionMicros,
    OptionalLong pauseMicros,
    OptionalLong perHourMicros,
    OptionalLong dwellMicros,
    int hoppingChannels,
    boolean radarDetection,
    Optional<String> equipmentClass) {
  /** Nothing is declared. */
  public static final AccessMode UNDECLARED =
      new AccessMode(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          1,
          false,
          Optional.empty());

  /** This mode with what the other one declares in its place. */
  public AccessMode overriddenBy(AccessMode other) {
    return new AccessMode(
        other.carrierSenseMicros.isPresent() ? other.carrierSenseMicros : carrierSenseMicros,
        other.maxTransmissionMicros.isPresent()
            ? other.maxTransmissionMicros
            : maxTransmissionMicros,
        other.pauseMicros.isPresent() ? other.pauseMicros : pauseMicros,
        other.perHourMicros.isPresent() ? other.perHourMicros : perHourMicros,
        other.dwellMicros.isPresent() ? other.dwellMicros : dwellMicros,
        Math.max(other.hoppingChannels, hoppingChannels),
        other.radarDetection || radarDetection,
        other.equipmentClass.or(() -> equipmentClass));
  }
}
