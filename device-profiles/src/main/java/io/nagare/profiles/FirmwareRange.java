package io.nagare.profiles;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A range of firmware versions and what is allowed with them.
 *
 * @param from the first version inside; empty for no lower end
 * @param to the last version inside; empty for no upper end
 * @param verdict what a device with such firmware may do
 * @param conductedDbm the most power that it may be set to, when limited
 * @param why the reason in words
 */
public record FirmwareRange(
    Optional<FirmwareVersion> from,
    Optional<FirmwareVersion> to,
    Verdict verdict,
    OptionalDouble conductedDbm,
    Optional<LocalizedText> why) {

  /** What a device may do with a firmware. */
  public enum Verdict {
    /** It may be used. */
    ALLOWED,
    /** It may be used with less power than the device can give. */
    LIMITED,
    /** It may not be used. */
    REFUSED
  }

  /** Whether the version lies in the range, ends included. */
  public boolean contains(FirmwareVersion version) {
    return from.map(first -> first.compareTo(version) <= 0).orElse(true)
        && to.map(last -> version.compareTo(last) <= 0).orElse(true);
  }
}
