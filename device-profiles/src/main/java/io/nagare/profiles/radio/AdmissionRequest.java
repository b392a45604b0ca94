package io.nagare.profiles.radio;

import io.nagare.profiles.Profile;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an admission is asked for.
 *
 * @param site where
 * @param profile which model
 * @param hardware its hardware revision, if known
 * @param firmware its firmware, if known
 * @param interfaceId one of the profile's interfaces; empty for all that it has
 * @param today the day
 * @param latestDay the latest day on which a decision was ever made; a clock that was set back does
 *     not bring a trial or a certificate back
 * @param antenna the site's antenna, if it is not the device's own
 * @param use how the radio is meant to be used
 */
public record AdmissionRequest(
    Site site,
    Profile profile,
    Optional<String> hardware,
    Optional<String> firmware,
    Optional<String> interfaceId,
    LocalDate today,
    Optional<LocalDate> latestDay,
    Optional<SiteAntenna> antenna,
    Use use) {

  /** A request for a profile as it is, on a day. */
  public static AdmissionRequest of(Site site, Profile profile, LocalDate today) {
    return new AdmissionRequest(
        site,
        profile,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        today,
        Optional.empty(),
        Optional.empty(),
        Use.AS_IS);
  }

  /** The day that counts: today, or a later day that was seen before. */
  public LocalDate day() {
    return latestDay.isPresent() && latestDay.get().isAfter(today) ? latestDay.get() : today;
  }
}
