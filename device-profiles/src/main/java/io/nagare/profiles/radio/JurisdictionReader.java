package io.nagare.profiles.radio;

import io.nagare.profiles.Certainty;
import io.nagare.profiles.Certificate.Scheme;
import io.nagare.profiles.Decibels;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.Provenance;
import io.nagare.profiles.Technology;
import io.nagare.profiles.YamlDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the radio rules of a jurisdiction from their YAML document. */
final class JurisdictionReader {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private JurisdictionReader() {}

  static Jurisdiction read(YamlDocument file) {
    file.onlyKeys(
        "jurisdiction", "version", "title", "countries", "certificates", "trial_days", "rules");
    int version = (int) file.integer("version", 1, 1_000_000);
    YamlDocument certificates = file.mapping("certificates");
    certificates.onlyKeys("number_needed", "forms");
    List<RadioRule> rules = new ArrayList<>();
    for (YamlDocument entry : file.list("rules")) {
      rules.add(rule(entry, version));
    }
    return new Jurisdiction(
        file.text("jurisdiction", CODE, "use a code of two capital letters"),
        version,
        file.localized("title"),
        file.list("countries").stream().map(YamlDocument::asText).toList(),
        forms(certificates),
        certificates.bool("number_needed", true),
        (int) file.integer("trial_days", 0, 10_000, 0),
        rules);
  }

  private static Map<Scheme, Pattern> forms(YamlDocument certificates) {
    Map<Scheme, Pattern> forms = new EnumMap<>(Scheme.class);
    for (YamlDocument form : certificates.optionalList("forms")) {
      form.onlyKeys("scheme", "pattern", "source");
      Scheme scheme = form.oneOfIds("scheme", Scheme.class, Scheme::id);
      try {
        forms.put(scheme, Pattern.compile(form.text("pattern")));
      } catch (PatternSyntaxException broken) {
        form.problem("pattern", "it must be a regular expression of Java");
      }
    }
    return forms;
  }

  private static RadioRule rule(YamlDocument rule, int version) {
    rule.onlyKeys(
        "id",
        "title",
        "countries",
        "band_mhz",
        "channels",
        "technologies",
        "indoor_only",
        "needs",
        "class",
        "hopping_channels",
        "radar_detection",
        "max_bandwidth_khz",
        "conducted_dbm",
        "eirp_dbm",
        "erp_dbm",
        "max_gain_dbi",
        "density_mw_per_mhz",
        "eirp_density_mw_per_mhz",
        "carrier_sense_us",
        "carrier_sense_dbm",
        "max_transmission_ms",
        "pause_ms",
        "per_hour_s",
        "duty_percent",
        "dwell_ms",
        "source",
        "date",
        "certainty",
        "notes");
    return new RadioRule(
        rule.text("id", ID, "use lower-case letters, digits and -"),
        version,
        rule.localized("title"),
        rule.texts("countries"),
        band(rule),
        technologies(rule),
        rule.bool("indoor_only", false),
        rule.oneOf("needs", RadioRule.Needs.class, RadioRule.Needs.CERTIFICATE),
        rule.optionalText("class"),
        (int) rule.integer("hopping_channels", 1, 10_000, 1),
        rule.bool("radar_detection", false),
        rule.has("max_bandwidth_khz")
            ? Math.round(rule.number("max_bandwidth_khz") * 1e3)
            : Long.MAX_VALUE,
        limit(rule, "conducted_dbm"),
        eirp(rule),
        limit(rule, "max_gain_dbi"),
        density(rule, "density_mw_per_mhz"),
        density(rule, "eirp_density_mw_per_mhz"),
        rule.integer("carrier_sense_us", 1, 1_000_000_000, 0),
        rule.number("carrier_sense_dbm", -150, 0),
        rule.optionalList("max_transmission_ms").stream()
            .map(entry -> Math.round(entry.asNumber() * 1e3))
            .toList(),
        micros(rule, "pause_ms", 1e3),
        perHour(rule),
        micros(rule, "dwell_ms", 1e3),
        new Provenance(
            rule.text("source"), rule.date("date"), rule.oneOf("certainty", Certainty.class)),
        rule.optionalList("notes").stream()
            .map(note -> new LocalizedText(note.text("en"), note.text("ja")))
            .toList());
  }

  private static FrequencyBand band(YamlDocument rule) {
    if (rule.has("channels")) {
      YamlDocument channels = rule.mapping("channels");
      channels.onlyKeys("base_mhz", "step_khz", "first", "last", "max_bonded");
      long base = FrequencySpan.hertz(channels.number("base_mhz"));
      long step = Math.round(channels.number("step_khz") * 1e3);
      int first = (int) channels.integer("first", 0, 100_000);
      int last = (int) channels.integer("last", first, 100_000);
      FrequencyBand.ChannelPlan plan =
          new FrequencyBand.ChannelPlan(
              base, step, first, last, (int) channels.integer("max_bonded", 1, 1000, 1));
      return new FrequencyBand(
          base + first * step - step / 2, base + last * step + step / 2, Optional.of(plan));
    }
    if (!rule.has("band_mhz")) {
      rule.problem("band_mhz", "give band_mhz or channels");
    }
    return rule.span("band_mhz")
        .map(
            span ->
                new FrequencyBand(
                    FrequencySpan.hertz(span.low()),
                    FrequencySpan.hertz(span.high()),
                    Optional.empty()))
        .orElse(new FrequencyBand(0, 0, Optional.empty()));
  }

  private static Set<Technology> technologies(YamlDocument rule) {
    Set<Technology> technologies = EnumSet.noneOf(Technology.class);
    for (String id : rule.texts("technologies")) {
      for (Technology technology : Technology.values()) {
        if (technology.id().equals(id)) {
          technologies.add(technology);
        }
      }
    }
    if (technologies.size() != rule.texts("technologies").size()) {
      rule.problem("technologies", "use the names that interfaces of profiles use");
    }
    return technologies;
  }

  private static double limit(YamlDocument rule, String key) {
    return rule.number(key, -120, 100).orElse(Double.POSITIVE_INFINITY);
  }

  private static double eirp(YamlDocument rule) {
    if (rule.has("erp_dbm")) {
      if (rule.has("eirp_dbm")) {
        rule.problem("erp_dbm", "give erp_dbm or eirp_dbm, not both");
      }
      return limit(rule, "erp_dbm") + Decibels.EIRP_ABOVE_ERP;
    }
    return limit(rule, "eirp_dbm");
  }

  private static double density(YamlDocument rule, String key) {
    OptionalDouble milliwatts = rule.number(key, 1e-9, 1e6);
    return milliwatts.isPresent()
        ? Decibels.ofMilliwatts(milliwatts.getAsDouble())
        : Double.POSITIVE_INFINITY;
  }

  private static OptionalLong perHour(YamlDocument rule) {
    if (rule.has("duty_percent")) {
      if (rule.has("per_hour_s")) {
        rule.problem("duty_percent", "give duty_percent or per_hour_s, not both");
      }
      return micros(rule, "duty_percent", 36e6);
    }
    return micros(rule, "per_hour_s", 1e6);
  }

  private static OptionalLong micros(YamlDocument rule, String key, double unitMicros) {
    OptionalDouble number = rule.number(key, 0, 3.6e9);
    return number.isPresent()
        ? OptionalLong.of(Math.round(number.getAsDouble() * unitMicros))
        : OptionalLong.empty();
  }
}
