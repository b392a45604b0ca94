package io.nagare.edge;

import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.reading.Value;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import java.util.Optional;

/** The devices of the tests, with the profiles that come with the product. */
public final class Devices {
  public static final ProfileLibrary PROFILES = ProfileLibrary.builtIn();

  private Devices() {}

  /** Channels: 0 vibration, 1 current, 2 temperature, 3 state. */
  public static Device machine(String id) {
    return of(id, "generic/machine-monitor");
  }

  /** Channel 0: occupied. */
  public static Device bay(String id) {
    return of(id, "generic/parking-bay");
  }

  public static Device of(String id, String profile) {
    return Device.of(id, profile(profile), Device.Place.UNKNOWN);
  }

  public static Device placed(String id, String profile, String area, long capacity) {
    return Device.of(
        id,
        profile(profile),
        new Device.Place(
            Optional.empty(), Optional.of(area), Optional.empty(), Optional.of(capacity)));
  }

  public static Reading reading(Device device, long eventMillis, double value) {
    return new Reading(device, 0, eventMillis, Value.of(value));
  }

  private static Profile profile(String reference) {
    return PROFILES.find(reference).orElseThrow();
  }
}
