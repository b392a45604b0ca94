package io.nagare.profiles.radio;

import io.nagare.profiles.Certificate.Scheme;
import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.Provenance;
import io.nagare.profiles.Technology;
import io.nagare.profiles.airtime.AirtimeLimits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One way in which the law of a jurisdiction allows to transmit. What is infinite is not limited.
 *
 * @param id stable name
 * @param version version of the jurisdiction's rules
 * @param title in words
 * @param countries where it holds; empty for all of the jurisdiction
 * @param band where emissions may lie
 * @param technologies which radios may use it; empty for any
 * @param indoorOnly whether it holds indoors only
 * @param needs what a device must have to use it
 * @param equipmentClass the class in which the device must be certified, if any
 * @param minHoppingChannels how many channels the device must hop over at least
 * @param radarDetection whether the device must detect radar
 * @param maxBandwidthHz the widest emission
 * @param conductedDbm the most power into the antenna
 * @param eirpDbm the most radiated power
 * @param maxGainDbi the highest antenna gain
 * @param densityDbmPerMhz the most power into the antenna within any megahertz
 * @param eirpDensityDbmPerMhz the most radiated power within any megahertz
 * @param carrierSenseMicros how long the device must listen before it talks; 0 for not at all
 * @param carrierSenseDbm the level above which a channel counts as taken
 * @param maxTransmissionMicros the longest transmission by the number of bonded channels, the last
 *     one for all above; empty when not limited
 * @param pauseMicros the shortest pause
 * @param perHourMicros the most within any hour
 * @param dwellMicros the most on one channel within any dwell window
 * @param provenance where the rule was read; only one that holds may admit
 * @param notes what is remembered of the law besides, shown as a warning
 */
public record RadioRule(
    String id,
    int version,
    LocalizedText title,
    List<String> countries,
    FrequencyBand band,
    Set<Technology> technologies,
    boolean indoorOnly,
    Needs needs,
    Optional<String> equipmentClass,
    int minHoppingChannels,
    boolean radarDetection,
    long maxBandwidthHz,
    double conductedDbm,
    double eirpDbm,
    double maxGainDbi,
    double densityDbmPerMhz,
    double eirpDensityDbmPerMhz,
    long carrierSenseMicros,
    OptionalDouble carrierSenseDbm,
    List<Long> maxTransmissionMicros,
    OptionalLong pauseMicros,
    OptionalLong perHourMicros,
    OptionalLong dwellMicros,
    Provenance provenance,
    List<LocalizedText> notes) {

  /** Keeps copies of the collections. */
  public RadioRule {
    countries = List.copyOf(countries);
    technologies = Set.copyOf(technologies);
    maxTransmissionMicros = List.copyOf(maxTransmissionMicros);
    notes = List.copyOf(notes);
  }

  /** What a device must have to use a rule. */
  public enum Needs {
    /** A certificate of the jurisdiction, or a running special trial. */
    CERTIFICATE,
    /** A licence or a registration of the station. */
    LICENCE,
    /** Nothing but to be weak enough. */
    WEAKNESS;

    boolean metBy(Scheme scheme) {
      return switch (this) {
        case CERTIFICATE ->
            scheme == Scheme.TYPE || scheme == Scheme.UNIT || scheme == Scheme.SPECIAL_TRIAL;
        case LICENCE -> scheme == Scheme.LICENCE;
        case WEAKNESS -> scheme == Scheme.WEAK;
      };
    }
  }

  /** The rule with its version, as decisions name it: {@code id@version}. */
  public String reference() {
    return id + "@" + version;
  }

  /** Whether the rule holds in a country of its jurisdiction. */
  boolean holdsIn(String country) {
    return countries.isEmpty() || countries.contains(country);
  }

  /** The longest transmission of an emission of this width. */
  public OptionalLong maxTransmission(long bandwidthHz) {
    if (maxTransmissionMicros.isEmpty()) {
      return OptionalLong.empty();
    }
    int index = Math.min(band.bonded(bandwidthHz), maxTransmissionMicros.size()) - 1;
    return OptionalLong.of(maxTransmissionMicros.get(index));
  }

  /** What the rule says about time on air for an emission of this width. */
  public AirtimeLimits airtime(long bandwidthHz) {
    return new AirtimeLimits(maxTransmission(bandwidthHz), pauseMicros, perHourMicros, dwellMicros);
  }
}
