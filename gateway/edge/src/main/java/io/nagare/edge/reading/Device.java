package io.nagare.edge.reading;

import io.nagare.profiles.Profile;
import java.util.List;
import java.util.Optional;

/**
 * A device behind this gateway, with all that its birth says of it.
 *
 * @param id unique in the gateway, any characters
 * @param profile the profile with its version, {@code id@version}
 * @param kind what it reports on, as the profile names it
 * @param place where it is and what it belongs to
 * @param channels what it measures, in the profile's order; a reading names its channel by index
 */
public record Device(String id, String profile, String kind, Place place, List<Channel> channels) {

  /** Keeps a copy of the channels. */
  public Device {
    channels = List.copyOf(channels);
  }

  /** A device of a profile. */
  public static Device of(String id, Profile profile, Place place) {
    return new Device(
        id,
        profile.reference(),
        profile.kind().id(),
        place,
        profile.measurements().stream()
            .map(m -> new Channel(m.name(), m.type(), m.unit()))
            .toList());
  }

  /** The index of the channel with this name; -1 if the device has none. */
  public int channelNamed(String name) {
    for (int i = 0; i < channels.size(); i++) {
      if (channels.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Where a device is and what it belongs to; whatever is unknown is empty.
   *
   * @param name what people call the device
   * @param area the area of the site
   * @param asset the machine or car park that it reports on
   * @param capacity how many places the asset has
   */
  public record Place(
      Optional<String> name,
      Optional<String> area,
      Optional<String> asset,
      Optional<Long> capacity) {

    /** A place of which nothing is known. */
    public static final Place UNKNOWN =
        new Place(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
