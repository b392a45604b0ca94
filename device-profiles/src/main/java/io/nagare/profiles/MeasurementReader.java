package io.nagare.profiles;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the measurements of a profile. */
final class MeasurementReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /**
   * A UCUM code in its case-sensitive form: terms of letters, digits, {@code %} and bracketed
   * names, joined by {@code .} or {@code /}. A shape check: it keeps out blanks and signs such as °
   * or ².
   */
  private static final Pattern UCUM =
      Pattern.compile("[A-Za-z0-9%'*^+\\-\\[\\]_{}()]+([./][A-Za-z0-9%'*^+\\-\\[\\]_{}()]+)*");

  /** Units that people write and UCUM does not know, with the code that they mean. */
  private static final Map<String, String> COMMON_MISTAKES =
      Map.ofEntries(
          Map.entry("degC", "Cel"),
          Map.entry("C", "Cel"),
          Map.entry("°C", "Cel"),
          Map.entry("ppm", "[ppm]"),
          Map.entry("rpm", "{rpm}"),
          Map.entry("dBm", "dB[mW]"),
          Map.entry("lux", "lx"),
          Map.entry("percent", "%"),
          Map.entry("kWh", "kW.h"));

  private MeasurementReader() {}

  static Measurement read(YamlDocument entry) {
    entry.onlyKeys(
        "name",
        "title",
        "unit",
        "type",
        "period",
        "max_period",
        "gross_range",
        "sentinels",
        "allowed",
        "range",
        "resolution",
        "accuracy",
        "min_period",
        "personal_data",
        "writable",
        "tests");
    ValueType type = entry.oneOf("type", ValueType.class);
    Optional<GrossRange> grossRange =
        entry.optionalMapping("gross_range").map(MeasurementReader::range);
    if (type != ValueType.NUMBER && entry.has("gross_range")) {
      entry.problem("gross_range", "only a number has a range; leave it out");
    }
    if (type != ValueType.STRING && entry.has("allowed")) {
      entry.problem("allowed", "only a string has allowed texts; leave it out");
    }
    Duration period = entry.duration("period");
    Duration maxPeriod =
        entry.has("max_period") ? entry.duration("max_period") : period.multipliedBy(3);
    if (maxPeriod.compareTo(period) < 0) {
      entry.problem("max_period", "it must not be shorter than the period " + period);
    }
    return new Measurement(
        entry.text("name", NAME, "use lower-case letters, digits and _, such as \"co2\""),
        entry.localized("title"),
        unit(entry),
        type,
        period,
        maxPeriod,
        grossRange,
        entry.optionalList("sentinels").stream().map(YamlDocument::asNumber).toList(),
        entry.texts("allowed"),
        facts(entry, period),
        entry
            .optionalMapping("tests")
            .map(tests -> QualityTestsReader.read(tests, type))
            .orElse(QualityTests.NONE));
  }

  private static MeasurementFacts facts(YamlDocument entry, Duration period) {
    Optional<Duration> minPeriod = entry.optionalDuration("min_period");
    if (minPeriod.isPresent() && minPeriod.get().compareTo(period) > 0) {
      entry.problem("min_period", "it must not be longer than the period " + period);
    }
    return new MeasurementFacts(
        entry.span("range"),
        entry.number("resolution", 0, Double.MAX_VALUE),
        entry.number("accuracy", 0, Double.MAX_VALUE),
        minPeriod,
        entry.oneOf("personal_data", PersonalData.class, PersonalData.NONE),
        entry.bool("writable", false));
  }

  private static String unit(YamlDocument entry) {
    String unit = entry.text("unit");
    String meant = COMMON_MISTAKES.get(unit);
    if (meant != null) {
      entry.problem("unit", "use a UCUM code such as \"" + meant + "\"");
    } else if (entry.has("unit") && !UCUM.matcher(unit).matches()) {
      entry.problem(
          "unit", "use a UCUM code such as \"Cel\", \"%\" or \"L/min\"; \"1\" for counts");
    }
    return unit;
  }

  private static GrossRange range(YamlDocument range) {
    range.onlyKeys("fail", "suspect", "suspect_above_capacity");
    Optional<Range> fail = span(range, "fail");
    Optional<Range> suspect = span(range, "suspect");
    if (fail.isPresent() && suspect.isPresent() && !fail.get().encloses(suspect.get())) {
      range.problem("suspect", "the suspect span must lie inside the fail span");
    }
    return new GrossRange(fail, suspect, range.bool("suspect_above_capacity", false));
  }

  private static Optional<Range> span(YamlDocument range, String key) {
    if (!range.has(key)) {
      return Optional.empty();
    }
    List<YamlDocument> ends = range.list(key);
    if (ends.size() != 2) {
      range.problem(key, "two ends are needed, such as [-40, 85]; ~ means no end");
      return Optional.empty();
    }
    double low = end(ends.get(0), Double.NEGATIVE_INFINITY);
    double high = end(ends.get(1), Double.POSITIVE_INFINITY);
    if (!(low <= high)) {
      range.problem(key, "the low end stands first");
      return Optional.empty();
    }
    return Optional.of(new Range(low, high));
  }

  private static double end(YamlDocument end, double whenOpen) {
    return end.present() ? end.asNumber() : whenOpen;
  }
}
