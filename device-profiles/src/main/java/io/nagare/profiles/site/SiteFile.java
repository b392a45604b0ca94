package io.nagare.profiles.site;

import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.radio.Placement;
import io.nagare.profiles.radio.Site;
import io.nagare.profiles.radio.SiteAntenna;
import io.nagare.profiles.radio.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A site: where it is, what stands there, and what has been filed and posted.
 *
 * @param id its id
 * @param title what people call it
 * @param place what kind of place it is
 * @param manager who manages the place; empty when unknown
 * @param publicSpace whether anybody may walk there
 * @param site what the admission needs to know of it
 * @param devices what stands there
 * @param permits what has been granted
 * @param notices what has been posted
 */
public record SiteFile(
    String id,
    LocalizedText title,
    Place place,
    Optional<String> manager,
    boolean publicSpace,
    Site site,
    List<Device> devices,
    List<Permit> permits,
    List<Notice> notices) {

  /** Keeps copies of the lists. */
  public SiteFile {
    devices = List.copyOf(devices);
    permits = List.copyOf(permits);
    notices = List.copyOf(notices);
  }

  /** A kind of place; it decides whose permit is needed. */
  public enum Place {
    /** A public road with its pavements. */
    ROAD,
    /** A city park. */
    PARK,
    /** A station or another place of a transport company. */
    STATION,
    /** An underground mall. */
    UNDERGROUND_MALL,
    /** A car park that is not part of a road. */
    CAR_PARK,
    /** A building. */
    BUILDING,
    /** Private land. */
    PRIVATE_LAND
  }

  /**
   * A device of the site.
   *
   * @param id its id
   * @param profile the reference of its profile
   * @param hardware its hardware revision
   * @param firmware its firmware
   * @param placement where it stands, if not where the site's devices stand
   * @param antenna the antenna that the site gave it
   * @param use how its radio is used
   */
  public record Device(
      String id,
      String profile,
      Optional<String> hardware,
      Optional<String> firmware,
      Optional<Placement> placement,
      Optional<SiteAntenna> antenna,
      Use use) {}

  /**
   * A permit that has been granted.
   *
   * @param kind what it permits
   * @param number its number or the date of the letter
   * @param until its last day; empty when it does not end
   */
  public record Permit(Kind kind, String number, Optional<LocalDate> until) {

    /** What a permit permits. */
    public enum Kind {
      /** To occupy a road. Source: Road Act art. 32. */
      ROAD_OCCUPANCY,
      /** To work on a road. Source: Road Traffic Act art. 77. */
      ROAD_USE,
      /** To occupy a city park. Source: Urban Park Act art. 6. */
      PARK_OCCUPANCY,
      /** The consent of whoever manages the place. */
      MANAGER_CONSENT,
      /** What an ordinance of the city or prefecture asks for. */
      ORDINANCE
    }
  }

  /**
   * A notice that has been posted.
   *
   * @param operator who is responsible
   * @param purpose what the data is for
   * @param contact whom to ask
   * @param posted since when
   */
  public record Notice(
      String operator, String purpose, String contact, Optional<LocalDate> posted) {}
}
