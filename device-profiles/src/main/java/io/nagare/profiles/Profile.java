package io.nagare.profiles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model of device is, measures and may transmit.
 *
 * @param id {@code family/model}, lower case
 * @param version counts up from 1 with every change of meaning
 * @param title what people call it
 * @param kind what it reports on
 * @param measurements in the order of the file, at least one
 * @param identity who made it and how it is recognised; empty for a kind of device
 * @param firmware what is allowed with which firmware; empty when it makes no difference
 * @param certificates what it may transmit where
 * @param interfaces how it talks; empty when nobody has said: then it is not admitted
 * @param provenance the source of a field, by the field's path in the file
 */
public record Profile(
    String id,
    int version,
    LocalizedText title,
    Kind kind,
    List<Measurement> measurements,
    Optional<Identity> identity,
    List<FirmwareRange> firmware,
    List<Certificate> certificates,
    List<DeviceInterface> interfaces,
    Map<String, Provenance> provenance) {

  /** Keeps copies of the collections. */
  public Profile {
    measurements = List.copyOf(measurements);
    firmware = List.copyOf(firmware);
    certificates = List.copyOf(certificates);
    interfaces = List.copyOf(interfaces);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
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
