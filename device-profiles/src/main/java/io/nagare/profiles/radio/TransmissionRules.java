package io.nagare.profiles.radio;

import io.nagare.profiles.AccessMode;
import io.nagare.profiles.Certificate;
import io.nagare.profiles.Coverage;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.airtime.AirtimeLimits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Holds an interface against one rule of law and what one certificate covers. */
final class TransmissionRules {
  private TransmissionRules() {}

  /** Whether the rule's band holds any of the frequencies that the interface may come to use. */
  static boolean concerns(RadioRule rule, List<FrequencySpan> centres) {
    for (FrequencySpan span : centres) {
      if (concerns(rule, span)) {
        return true;
      }
    }
    return false;
  }

  static boolean concerns(RadioRule rule, FrequencySpan span) {
    return span.fromHz() <= rule.band().toHz() && rule.band().fromHz() <= span.toHz();
  }

  static Attempt attempt(
      RadioRule rule,
      Optional<Certificate> certificate,
      Optional<Coverage> coverage,
      RadioState state,
      List<FrequencySpan> centres) {
    Attempt attempt = new Attempt(rule, certificate);
    if (!rule.provenance().certainty().holds()) {
      attempt.block(ReasonCode.RULE_REMEMBERED);
      return attempt;
    }
    AirtimeLimits limits = rule.airtime(state.bandwidthHz());
    equipment(attempt, state);
    airtime(attempt, state, limits);
    certificate.ifPresent(it -> coverage(attempt, it, coverage, state));
    Power power = PowerRules.judge(attempt, coverage, state);
    frequencies(attempt, coverage, state, centres, new Left(power, limits));
    for (LocalizedText note : rule.notes()) {
      attempt.warnings.add(
          new Reason(
              ReasonCode.LAW_REMEMBERED, Optional.of(rule), note.en(), Double.NaN, Double.NaN));
    }
    return attempt;
  }

  /**
   * What the power rules leave.
   *
   * @param conductedDbm the most power into the antenna
   * @param eirpDbm the most radiated power
   */
  record Power(double conductedDbm, double eirpDbm) {}

  /** What is left of power and time on air. */
  private record Left(Power power, AirtimeLimits airtime) {}

  private static void equipment(Attempt attempt, RadioState state) {
    RadioRule rule = attempt.rule;
    AccessMode access = state.access();
    if (!rule.technologies().isEmpty()
        && !rule.technologies().contains(state.device().technology())) {
      attempt.block(ReasonCode.TECHNOLOGY_NOT_ALLOWED);
    }
    if (rule.indoorOnly() && state.placement() == Placement.OUTDOOR) {
      attempt.block(ReasonCode.PLACEMENT_INDOOR_ONLY);
    }
    if (attempt.certificate.isPresent()
        && !rule.needs().metBy(attempt.certificate.get().scheme())) {
      attempt.block(ReasonCode.LICENCE_MISSING);
    }
    if (rule.equipmentClass().isPresent()
        && !rule.equipmentClass().equals(access.equipmentClass())) {
      attempt.block(ReasonCode.CLASS_MISSING);
    }
    if (access.hoppingChannels() < rule.minHoppingChannels()) {
      attempt.block(
          ReasonCode.HOPPING_TOO_FEW, access.hoppingChannels(), rule.minHoppingChannels());
    }
    if (rule.radarDetection() && !access.radarDetection()) {
      attempt.block(ReasonCode.RADAR_DETECTION_MISSING);
    }
    if (rule.carrierSenseMicros() > 0) {
      OptionalLong senses = access.carrierSenseMicros();
      if (senses.isEmpty()) {
        attempt.warnings.add(Reason.by(rule, ReasonCode.CARRIER_SENSE_BY_CERTIFICATE));
      } else if (senses.getAsLong() < rule.carrierSenseMicros()) {
        attempt.block(
            ReasonCode.CARRIER_SENSE_TOO_SHORT, senses.getAsLong(), rule.carrierSenseMicros());
      }
    }
  }

  private static void airtime(Attempt attempt, RadioState state, AirtimeLimits limits) {
    AccessMode access = state.access();
    above(
        attempt,
        ReasonCode.TRANSMISSION_TOO_LONG,
        access.maxTransmissionMicros(),
        limits.maxTransmissionMicros(),
        1e3);
    above(
        attempt,
        ReasonCode.AIRTIME_HOUR_EXCEEDED,
        access.perHourMicros(),
        limits.perHourMicros(),
        1e6);
    above(attempt, ReasonCode.DWELL_EXCEEDED, access.dwellMicros(), limits.dwellMicros(), 1e6);
    if (access.pauseMicros().isPresent()
        && limits.pauseMicros().isPresent()
        && access.pauseMicros().getAsLong() < limits.pauseMicros().getAsLong()) {
      attempt.block(
          ReasonCode.PAUSE_TOO_SHORT,
          access.pauseMicros().getAsLong() / 1e3,
          limits.pauseMicros().getAsLong() / 1e3);
    }
  }

  private static void above(
      Attempt attempt, ReasonCode code, OptionalLong found, OptionalLong allowed, double unit) {
    if (found.isPresent() && allowed.isPresent() && found.getAsLong() > allowed.getAsLong()) {
      attempt.block(code, found.getAsLong() / unit, allowed.getAsLong() / unit);
    }
  }

  private static void coverage(
      Attempt attempt, Certificate certificate, Optional<Coverage> coverage, RadioState state) {
    if (certificate.asBuilt()) {
      if (state.use().stated()) {
        attempt.block(ReasonCode.CERTIFICATE_COVERAGE_UNKNOWN);
      }
      attempt.limit(ReasonCode.CERTIFICATE_AS_BUILT, Double.NaN, Double.NaN);
    }
    antenna(attempt, certificate, state);
    if (coverage.isPresent()) {
      Coverage covered = coverage.get();
      if (covered.technology().isPresent()
          && covered.technology().get() != state.device().technology()) {
        attempt.block(ReasonCode.CERTIFICATE_TECHNOLOGY);
      }
      if (state.bandwidthHz() > covered.maxBandwidthHz()) {
        attempt.block(
            ReasonCode.CERTIFICATE_BANDWIDTH,
            state.bandwidthHz() / 1e3,
            covered.maxBandwidthHz() / 1e3);
      }
    }
  }

  /**
   * A certificate is given for a device with its antenna. Another one is covered only up to the
   * gain that the certificate names, or else up to the gain of the device's own.
   */
  private static void antenna(Attempt attempt, Certificate certificate, RadioState state) {
    OptionalDouble most = certificate.maxAntennaGainDbi();
    boolean ofTheDevice = certificate.ofTheDevice();
    if (most.isEmpty() && state.siteAntenna() && ofTheDevice) {
      most = certificate.asBuilt() ? most : state.device().antennaGainDbi();
      if (most.isEmpty()) {
        attempt.block(
            ReasonCode.CERTIFICATE_ANTENNA, state.gainDbi().orElse(Double.NaN), Double.NaN);
        return;
      }
    }
    if (most.isPresent() && state.gainDbi().isPresent()) {
      if (state.gainDbi().getAsDouble() > most.getAsDouble()) {
        attempt.block(
            ReasonCode.CERTIFICATE_ANTENNA, state.gainDbi().getAsDouble(), most.getAsDouble());
      }
    } else if (state.gainDbi().isEmpty() && ofTheDevice) {
      attempt.warnings.add(Reason.by(attempt.rule, ReasonCode.ANTENNA_BY_CERTIFICATE));
    }
  }

  private static void frequencies(
      Attempt attempt,
      Optional<Coverage> coverage,
      RadioState state,
      List<FrequencySpan> centres,
      Left left) {
    RadioRule rule = attempt.rule;
    long bandwidth = state.bandwidthHz();
    if (bandwidth <= 0) {
      attempt.block(ReasonCode.BANDWIDTH_UNKNOWN);
      return;
    }
    if (bandwidth > rule.maxBandwidthHz()) {
      attempt.block(ReasonCode.BANDWIDTH_TOO_WIDE, bandwidth / 1e3, rule.maxBandwidthHz() / 1e3);
    }
    Optional<FrequencySpan> lawful = rule.band().centres(bandwidth);
    if (lawful.isEmpty()) {
      attempt.block(
          rule.band().plan().isPresent()
              ? ReasonCode.CHANNEL_BONDING
              : ReasonCode.BANDWIDTH_TOO_WIDE,
          bandwidth / 1e3,
          Double.NaN);
      return;
    }
    int blocksBefore = attempt.blocks.size();
    for (FrequencySpan span : centres) {
      use(attempt, span, lawful.get(), coverage, state, left);
    }
    if (!attempt.uses.isEmpty() && attempt.blocks.size() > blocksBefore) {
      // Some of its frequencies fit: the others are limited, not this attempt refused.
      attempt.blocks.subList(blocksBefore, attempt.blocks.size()).clear();
    }
  }

  private static void use(
      Attempt attempt,
      FrequencySpan span,
      FrequencySpan lawful,
      Optional<Coverage> coverage,
      RadioState state,
      Left left) {
    Optional<FrequencySpan> inLaw = Spans.shared(span, lawful);
    if (inLaw.isEmpty()) {
      boolean onNoChannel =
          attempt.rule.band().plan().isPresent() && attempt.rule.band().contains(span.fromHz());
      attempt.block(
          onNoChannel ? ReasonCode.CHANNEL_MISALIGNED : ReasonCode.FREQUENCY_NOT_ALLOWED,
          span.fromHz() / 1e6,
          Double.NaN);
    }
    Optional<FrequencySpan> inBoth = inLaw;
    if (coverage.isPresent()) {
      FrequencySpan covered = coverage.get().centres();
      inBoth = inLaw.isPresent() ? Spans.shared(inLaw.get(), covered) : inLaw;
      boolean outside =
          inLaw.isPresent() ? inBoth.isEmpty() : Spans.shared(span, covered).isEmpty();
      if (outside) {
        attempt.block(ReasonCode.CERTIFICATE_FREQUENCY, span.fromHz() / 1e6, Double.NaN);
      }
    }
    if (inBoth.isPresent() && attempt.certificate.isPresent()) {
      attempt.uses.add(
          new AllowedUse(
              attempt.rule,
              attempt.certificate.get(),
              inBoth.get(),
              state.bandwidthHz(),
              left.power().conductedDbm(),
              left.power().eirpDbm(),
              left.airtime()));
    }
  }
}
