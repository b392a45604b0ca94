package io.nagare.profiles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads one certificate, of a profile or of a site. */
public final class CertificateReader {
  private static final Pattern JURISDICTION = Pattern.compile("[A-Z]{2}");

  private CertificateReader() {}

  /** Reads a certificate; what is wrong goes into the document's problems. */
  public static Certificate read(YamlDocument entry) {
    entry.onlyKeys(
        "jurisdiction",
        "scheme",
        "number",
        "holder",
        "hardware",
        "covers",
        "antenna",
        "indoor_only",
        "valid",
        "trial",
        "evidence");
    Certificate.Scheme scheme =
        entry.oneOfIds("scheme", Certificate.Scheme.class, Certificate.Scheme::id);
    boolean asBuilt =
        entry.child("covers").tree().isTextual() && entry.text("covers").equals("as-built");
    boolean needsCoverage =
        scheme != Certificate.Scheme.FOREIGN_ONLY && scheme != Certificate.Scheme.WEAK;
    if (needsCoverage && !asBuilt && !entry.child("covers").isList()) {
      entry.problem("covers", "list what it covers, or write as-built when that has not been read");
    }
    if ((scheme == Certificate.Scheme.SPECIAL_TRIAL) != entry.has("trial")) {
      entry.problem("trial", "a special trial needs it, and no other scheme has it");
    }
    Optional<YamlDocument> valid = entry.optionalMapping("valid");
    valid.ifPresent(it -> it.onlyKeys("from", "until"));
    Optional<YamlDocument> antenna = entry.optionalMapping("antenna");
    antenna.ifPresent(it -> it.onlyKeys("max_gain_dbi"));
    return new Certificate(
        entry.text("jurisdiction", JURISDICTION, "use the code of radio rules such as \"JP\""),
        scheme,
        entry.optionalText("number").map(CertificateReader::withoutBoxedR),
        entry.optionalText("holder"),
        entry.texts("hardware"),
        asBuilt,
        asBuilt || !entry.child("covers").isList() ? List.of() : coverages(entry),
        antenna.isPresent()
            ? antenna.get().number("max_gain_dbi", -50, 60)
            : OptionalDouble.empty(),
        entry.bool("indoor_only", false),
        valid.flatMap(it -> it.date("from")),
        valid.flatMap(it -> it.date("until")),
        entry.optionalMapping("trial").flatMap(CertificateReader::trial),
        ProfileReader.provenance(entry.mapping("evidence")));
  }

  /** The number without the boxed R that precedes it on a Japanese label. */
  public static String withoutBoxedR(String number) {
    String bare = number.strip();
    if (bare.startsWith("🅁") || bare.startsWith("[R]") || bare.startsWith("Ｒ")) {
      return bare.substring(bare.startsWith("[R]") ? 3 : bare.offsetByCodePoints(0, 1)).strip();
    }
    return bare.toUpperCase(Locale.ROOT).startsWith("R ") ? bare.substring(2).strip() : bare;
  }

  private static List<Coverage> coverages(YamlDocument entry) {
    return entry.list("covers").stream().map(CertificateReader::coverage).toList();
  }

  private static Coverage coverage(YamlDocument covers) {
    covers.onlyKeys(
        "technology",
        "centres_mhz",
        "step_mhz",
        "max_bandwidth_khz",
        "power_dbm",
        "power_mw",
        "eirp_dbm");
    Range centres = covers.span("centres_mhz").orElse(new Range(0, 0));
    if (!covers.has("centres_mhz")) {
      covers.problem("centres_mhz", "two centre frequencies such as [922.0, 923.4] are needed");
    }
    OptionalDouble power = InterfaceReader.dbm(covers, "power_dbm", "power_mw");
    if (!covers.has("power_dbm") && !covers.has("power_mw")) {
      covers.problem("power_dbm", "give power_dbm or power_mw as the certificate states it");
    }
    OptionalDouble bandwidth = covers.number("max_bandwidth_khz", 0.001, 10_000_000);
    if (!covers.has("max_bandwidth_khz")) {
      covers.problem("max_bandwidth_khz", "the widest emission that it covers is needed");
    }
    return new Coverage(
        covers.has("technology")
            ? Optional.of(covers.oneOfIds("technology", Technology.class, Technology::id))
            : Optional.empty(),
        InterfaceReader.span(covers, centres.low(), centres.high()),
        Math.round(bandwidth.orElse(0) * 1e3),
        power.orElse(Double.NEGATIVE_INFINITY),
        covers.number("eirp_dbm", -120, 60).orElse(Double.POSITIVE_INFINITY));
  }

  private static Optional<Certificate.Trial> trial(YamlDocument trial) {
    trial.onlyKeys("arrived", "purpose");
    if (!trial.has("arrived")) {
      trial.problem("arrived", "the day on which the notification arrived is needed");
    }
    String purpose = trial.text("purpose").strip().toLowerCase(Locale.ROOT);
    return trial.date("arrived").map(arrived -> new Certificate.Trial(arrived, purpose));
  }
}
