package io.nagare.profiles.radio;

/** Why a device is admitted, limited or refused. The codes are a public contract. */
public enum ReasonCode {
  WIRED_PASSES("wired.passes", Effect.NOTES),
  RECEIVE_ONLY_PASSES("receive-only.passes", Effect.NOTES),
  CERTIFIED_WITHIN_LIMITS("certified.within-limits", Effect.NOTES),

  CERTIFICATE_AS_BUILT("certificate.as-built", Effect.LIMITS),
  FIRMWARE_LIMITED("firmware.limited", Effect.LIMITS, "dBm"),
  FREQUENCY_LIMITED("frequency.limited", Effect.LIMITS),
  POWER_LIMITED("power.limited", Effect.LIMITS, "dBm"),

  ANTENNA_BY_CERTIFICATE("antenna.by-certificate", Effect.WARNS),
  CARRIER_SENSE_BY_CERTIFICATE("carrier-sense.by-certificate", Effect.WARNS),
  LAW_REMEMBERED("law.remembered", Effect.WARNS),

  AIRTIME_HOUR_EXCEEDED("airtime.hour-exceeded", Effect.REFUSES, "s"),
  ANTENNA_GAIN("antenna.gain", Effect.REFUSES, "dBi"),
  ANTENNA_UNKNOWN("antenna.unknown", Effect.REFUSES),
  APPLIED_DIFFERS("applied.differs", Effect.REFUSES),
  BANDWIDTH_TOO_WIDE("bandwidth.too-wide", Effect.REFUSES, "kHz"),
  BANDWIDTH_UNKNOWN("bandwidth.unknown", Effect.REFUSES),
  CARRIER_SENSE_TOO_SHORT("carrier-sense.too-short", Effect.REFUSES, "us"),
  CERTIFICATE_ANTENNA("certificate.antenna", Effect.REFUSES, "dBi"),
  CERTIFICATE_BANDWIDTH("certificate.bandwidth", Effect.REFUSES, "kHz"),
  CERTIFICATE_COVERAGE_UNKNOWN("certificate.coverage-unknown", Effect.REFUSES),
  CERTIFICATE_EXPIRED("certificate.expired", Effect.REFUSES),
  CERTIFICATE_FOREIGN_ONLY("certificate.foreign-only", Effect.REFUSES),
  CERTIFICATE_FREQUENCY("certificate.frequency", Effect.REFUSES, "MHz"),
  CERTIFICATE_HARDWARE_DIFFERS("certificate.hardware-differs", Effect.REFUSES),
  CERTIFICATE_HARDWARE_UNKNOWN("certificate.hardware-unknown", Effect.REFUSES),
  CERTIFICATE_INDOOR_ONLY("certificate.indoor-only", Effect.REFUSES),
  CERTIFICATE_MISSING("certificate.missing", Effect.REFUSES),
  CERTIFICATE_NOT_YET_VALID("certificate.not-yet-valid", Effect.REFUSES),
  CERTIFICATE_NUMBER_MALFORMED("certificate.number-malformed", Effect.REFUSES),
  CERTIFICATE_NUMBER_UNKNOWN("certificate.number-unknown", Effect.REFUSES),
  CERTIFICATE_POWER("certificate.power", Effect.REFUSES, "dBm"),
  CERTIFICATE_TECHNOLOGY("certificate.technology", Effect.REFUSES),
  CERTIFICATE_UNPROVEN("certificate.unproven", Effect.REFUSES),
  CHANNEL_BONDING("channel.bonding", Effect.REFUSES, "kHz"),
  CHANNEL_MISALIGNED("channel.misaligned", Effect.REFUSES, "MHz"),
  CLASS_MISSING("class.missing", Effect.REFUSES),
  COUNTRY_NO_RULES("country.no-rules", Effect.REFUSES),
  COUNTRY_UNSET("country.unset", Effect.REFUSES),
  DENSITY_ABOVE_LAW("density.above-law", Effect.REFUSES, "dBm/MHz"),
  DWELL_EXCEEDED("dwell.exceeded", Effect.REFUSES, "s"),
  EIRP_ABOVE_LAW("eirp.above-law", Effect.REFUSES, "dBm EIRP"),
  EIRP_ABOVE_SITE("eirp.above-site", Effect.REFUSES, "dBm EIRP"),
  FIRMWARE_REFUSED("firmware.refused", Effect.REFUSES),
  FIRMWARE_UNKNOWN("firmware.unknown", Effect.REFUSES),
  FIRMWARE_UNLISTED("firmware.unlisted", Effect.REFUSES),
  FREQUENCY_NOT_ALLOWED("frequency.not-allowed", Effect.REFUSES, "MHz"),
  FREQUENCY_NOT_OF_DEVICE("frequency.not-of-device", Effect.REFUSES, "MHz"),
  FREQUENCY_NOT_SETTABLE("frequency.not-settable", Effect.REFUSES),
  FREQUENCY_UNKNOWN("frequency.unknown", Effect.REFUSES),
  HARDWARE_UNLISTED("hardware.unlisted", Effect.REFUSES),
  HOPPING_TOO_FEW("hopping.too-few", Effect.REFUSES, "channels"),
  INTERFACE_UNDECLARED("interface.undeclared", Effect.REFUSES),
  INTERFACE_UNKNOWN("interface.unknown", Effect.REFUSES),
  LICENCE_MISSING("licence.missing", Effect.REFUSES),
  PAUSE_TOO_SHORT("pause.too-short", Effect.REFUSES, "ms"),
  PLACEMENT_INDOOR_ONLY("placement.indoor-only", Effect.REFUSES),
  POWER_ABOVE_DEVICE("power.above-device", Effect.REFUSES, "dBm"),
  POWER_ABOVE_FIRMWARE("power.above-firmware", Effect.REFUSES, "dBm"),
  POWER_ABOVE_LAW("power.above-law", Effect.REFUSES, "dBm"),
  POWER_UNKNOWN("power.unknown", Effect.REFUSES),
  RADAR_DETECTION_MISSING("radar-detection.missing", Effect.REFUSES),
  RULE_REMEMBERED("rule.remembered", Effect.REFUSES),
  TECHNOLOGY_NOT_ALLOWED("technology.not-allowed", Effect.REFUSES),
  TRANSMISSION_TOO_LONG("transmission.too-long", Effect.REFUSES, "ms"),
  TRIAL_NOT_YET("trial.not-yet", Effect.REFUSES),
  TRIAL_OVER("trial.over", Effect.REFUSES, "days"),
  TRIAL_REPEATED("trial.repeated", Effect.REFUSES),
  WEAK_CLAIM_FALSE("weak.claim-false", Effect.REFUSES, "dBm EIRP");

  private final String code;
  private final Effect effect;
  private final String unit;

  ReasonCode(String code, Effect effect) {
    this(code, effect, "");
  }

  ReasonCode(String code, Effect effect, String unit) {
    this.code = code;
    this.effect = effect;
    this.unit = unit;
  }

  /** What a reason does to a decision. */
  public enum Effect {
    /** It says why the device is admitted. */
    NOTES,
    /** It must be known, and changes nothing. */
    WARNS,
    /** The device is admitted within limits. */
    LIMITS,
    /** The device is refused. */
    REFUSES
  }

  /** The stable name. */
  public String code() {
    return code;
  }

  /** The unit of the numbers that come with it; empty when none do. */
  public String unit() {
    return unit;
  }

  /** What it does to the decision. */
  public Effect effect() {
    return effect;
  }
}
