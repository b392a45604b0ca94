package io.nagare.profiles.radio;

import io.nagare.profiles.Coverage;
import io.nagare.profiles.Decibels;
import java.util.Optional;
import java.util.OptionalDouble;

/** The power that law, certificate, site, firmware and device leave to an interface. */
final class PowerRules {
  /** Decibels below which two powers count as equal: rounding, not a margin. */
  private static final double ROUNDING = 1e-9;

  private PowerRules() {}

  static TransmissionRules.Power judge(
      Attempt attempt, Optional<Coverage> coverage, RadioState state) {
    RadioRule rule = attempt.rule;
    boolean asBuilt = attempt.certificate.isPresent() && attempt.certificate.get().asBuilt();
    double certified = coverage.isPresent() ? coverage.get().conductedDbm() : any();
    double certifiedEirp = coverage.isPresent() ? coverage.get().eirpDbm() : any();
    double eirpCap = Math.min(rule.eirpDbm(), Math.min(certifiedEirp, state.siteEirpDbm()));
    // The certificate of a device vouches for its own antenna under the law, not under the site.
    boolean vouched = attempt.certificate.isPresent() && attempt.certificate.get().ofTheDevice();
    boolean lawAsks =
        rule.eirpDbm() < any() || rule.maxGainDbi() < any() || rule.eirpDensityDbmPerMhz() < any();
    boolean othersAsk = certifiedEirp < any() || state.siteEirpDbm() < any();
    if (state.gainDbi().isEmpty() && (othersAsk || (lawAsks && !vouched))) {
      attempt.block(ReasonCode.ANTENNA_UNKNOWN);
    }
    if (state.gainDbi().isPresent()
        && state.gainDbi().getAsDouble() > rule.maxGainDbi() + ROUNDING) {
      attempt.block(ReasonCode.ANTENNA_GAIN, state.gainDbi().getAsDouble(), rule.maxGainDbi());
    }
    double above = Decibels.eirp(0, state.gainDbi().orElse(0), state.lossDb());
    Caps caps =
        new Caps(
            rule.conductedDbm(),
            density(rule, state.bandwidthHz(), above),
            rule.eirpDbm() - above,
            certified,
            certifiedEirp - above,
            state.siteEirpDbm() - above,
            state.firmwareDbm(),
            state.device().conductedDbm().orElse(any()));
    OptionalDouble power = state.power();
    if (power.isEmpty()) {
      unknown(attempt, state, caps, asBuilt);
    } else if (power.getAsDouble() > caps.lowest() + ROUNDING) {
      boolean canBeLowered =
          state.use().conductedDbm().isEmpty()
              && state.device().settablePower()
              && rule.needs() != RadioRule.Needs.WEAKNESS;
      if (canBeLowered) {
        attempt.limit(
            state.firmwareDbm() <= caps.lowest()
                ? ReasonCode.FIRMWARE_LIMITED
                : ReasonCode.POWER_LIMITED,
            power.getAsDouble(),
            caps.lowest());
      } else {
        block(attempt, power.getAsDouble(), above, caps);
      }
    }
    double radiated = state.gainDbi().isPresent() ? caps.lowest() + above : any();
    return new TransmissionRules.Power(caps.lowest(), Math.min(eirpCap, radiated));
  }

  private static void unknown(Attempt attempt, RadioState state, Caps caps, boolean asBuilt) {
    if (attempt.rule.needs() == RadioRule.Needs.WEAKNESS) {
      attempt.block(ReasonCode.WEAK_CLAIM_FALSE, Double.NaN, attempt.rule.eirpDbm());
    } else if (state.device().settablePower() && !asBuilt) {
      attempt.limit(ReasonCode.POWER_LIMITED, Double.NaN, caps.lowest());
    } else if (!asBuilt) {
      attempt.block(ReasonCode.POWER_UNKNOWN);
    }
  }

  private static void block(Attempt attempt, double power, double above, Caps caps) {
    if (attempt.rule.needs() == RadioRule.Needs.WEAKNESS && power > caps.lawEirp() + ROUNDING) {
      attempt.block(ReasonCode.WEAK_CLAIM_FALSE, power + above, attempt.rule.eirpDbm());
      return;
    }
    block(attempt, ReasonCode.POWER_ABOVE_DEVICE, power, caps.device(), 0);
    block(attempt, ReasonCode.POWER_ABOVE_LAW, power, caps.law(), 0);
    block(attempt, ReasonCode.DENSITY_ABOVE_LAW, power, caps.density(), 0);
    block(attempt, ReasonCode.EIRP_ABOVE_LAW, power, caps.lawEirp(), above);
    block(
        attempt,
        ReasonCode.CERTIFICATE_POWER,
        power,
        Math.min(caps.certified(), caps.certifiedEirp()),
        0);
    block(attempt, ReasonCode.EIRP_ABOVE_SITE, power, caps.siteEirp(), above);
    block(attempt, ReasonCode.POWER_ABOVE_FIRMWARE, power, caps.firmware(), 0);
  }

  private static void block(
      Attempt attempt, ReasonCode code, double power, double cap, double shownAbove) {
    if (power > cap + ROUNDING) {
      attempt.block(code, power + shownAbove, cap + shownAbove);
    }
  }

  /**
   * The power into the antenna that the limits within any megahertz leave. All the power of a
   * narrower emission lies within one megahertz.
   */
  private static double density(RadioRule rule, long bandwidthHz, double above) {
    double perMegahertz = Math.min(rule.densityDbmPerMhz(), rule.eirpDensityDbmPerMhz() - above);
    return perMegahertz == any()
        ? any()
        : perMegahertz + Decibels.ofMilliwatts(Math.max(1, bandwidthHz / 1e6));
  }

  private static double any() {
    return Double.POSITIVE_INFINITY;
  }

  /** Each limit, as power into the antenna. */
  private record Caps(
      double law,
      double density,
      double lawEirp,
      double certified,
      double certifiedEirp,
      double siteEirp,
      double firmware,
      double device) {

    double lowest() {
      double byLaw = Math.min(law, Math.min(density, lawEirp));
      double byCertificate = Math.min(certified, certifiedEirp);
      return Math.min(
          Math.min(byLaw, byCertificate), Math.min(siteEirp, Math.min(firmware, device)));
    }
  }
}
