package io.nagare.profiles.radio;

import io.nagare.profiles.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The site at which devices are used.
 *
 * @param country ISO 3166 code; empty when it is not set: then no radio is admitted
 * @param placement where its devices stand
 * @param maxEirpDbm the most that the site allows, if it has a limit of its own
 * @param filings licences and special trials that the site's operator holds
 */
public record Site(
    Optional<String> country,
    Placement placement,
    OptionalDouble maxEirpDbm,
    List<Filing> filings) {

  /** Keeps a copy of the filings; {@code 00}, the regulatory world domain, is no country. */
  public Site {
    country = country.filter(code -> !code.equals("00"));
    filings = List.copyOf(filings);
  }

  /** A site in a country with no limit and no filing of its own. */
  public static Site in(String country, Placement placement) {
    return new Site(Optional.of(country), placement, OptionalDouble.empty(), List.of());
  }

  /**
   * A licence or a special trial for the devices of a profile.
   *
   * @param profile the profile's id
   * @param certificate what was filed
   */
  public record Filing(String profile, Certificate certificate) {}
}
