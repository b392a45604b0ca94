package io.nagare.profiles;

import java.util.List;
import java.util.Optional;

/**
 * What a model of device is and measures.
 *
 * @param id {@code family/model}, lower case
 * @param version counts up from 1 with every change of meaning
 * @param title what people call it
 * @param kind what it reports on
 * @param measurements in the order of the file, at least one
 */
public record Profile(
    String id, int version, LocalizedText title, Kind kind, List<Measurement> measurements) {

  /** Keeps a copy of the measurements. */
  public Profile {
    measurements = List.copyOf(measurements);
  }

  /** The profile with its version, as readings name it: {@code id@version}. */
  public String reference() {
    return id + "@" + version;
  }

  /** The measurement of this name. */
  public Optional<Measurement> measurement(String name) {
    for (Measurement measurement : measurements) {
      if (measurement.name().equals(name)) {
        return Optional.of(measurement);
      }
    }
    return Optional.empty();
  }
}
