package io.nagare.profiles;

import java.time.Duration;
import java.util.Optional;

/** Reads the parameters of the quality tests of a measurement. */
final class QualityTestsReader {
  private QualityTestsReader() {}

  static QualityTests read(YamlDocument tests, ValueType type) {
    tests.onlyKeys("spike", "rate_of_change", "flat_line", "attenuated", "climatology", "location");
    if (type != ValueType.NUMBER) {
      tests.problem("only a number has such tests; leave it out");
    }
    return new QualityTests(
        tests.optionalMapping("spike").map(QualityTestsReader::spike),
        tests.optionalMapping("rate_of_change").map(QualityTestsReader::rate),
        tests.optionalMapping("flat_line").map(QualityTestsReader::flat),
        tests.optionalMapping("attenuated").map(QualityTestsReader::attenuated),
        tests.optionalList("climatology").stream().map(QualityTestsReader::season).toList(),
        tests.optionalMapping("location").map(QualityTestsReader::location));
  }

  private static QualityTests.Spike spike(YamlDocument spike) {
    spike.onlyKeys("method", "suspect", "fail");
    QualityTests.Spike read =
        new QualityTests.Spike(
            spike.oneOf(
                "method", QualityTests.Spike.Method.class, QualityTests.Spike.Method.AVERAGE),
            spike.number("suspect", 0, Double.MAX_VALUE),
            spike.number("fail", 0, Double.MAX_VALUE));
    if (read.suspect().orElse(0) > read.fail().orElse(Double.MAX_VALUE)) {
      spike.problem("suspect", "it must not be above the fail threshold");
    }
    return read;
  }

  private static QualityTests.RateOfChange rate(YamlDocument rate) {
    rate.onlyKeys("change", "per");
    return new QualityTests.RateOfChange(positive(rate, "change"), rate.duration("per"));
  }

  private static QualityTests.FlatLine flat(YamlDocument flat) {
    flat.onlyKeys("tolerance", "suspect", "fail");
    Duration suspect = flat.duration("suspect");
    Duration fail = flat.duration("fail");
    if (suspect.compareTo(fail) > 0) {
      flat.problem("suspect", "it must not be longer than the fail time " + fail);
    }
    return new QualityTests.FlatLine(
        flat.number("tolerance", 0, Double.MAX_VALUE).orElse(0), suspect, fail);
  }

  private static QualityTests.Attenuated attenuated(YamlDocument attenuated) {
    attenuated.onlyKeys("check", "window", "suspect", "fail", "min_observations");
    double suspect = positive(attenuated, "suspect");
    double fail = positive(attenuated, "fail");
    if (fail > suspect) {
      attenuated.problem("fail", "it must not be above the suspect threshold");
    }
    return new QualityTests.Attenuated(
        attenuated.oneOf(
            "check", QualityTests.Attenuated.Check.class, QualityTests.Attenuated.Check.STD),
        attenuated.duration("window"),
        suspect,
        fail,
        (int) attenuated.integer("min_observations", 1, 1_000_000, 2));
  }

  private static QualityTests.Season season(YamlDocument season) {
    season.onlyKeys("months", "fail", "suspect");
    Range months = season.span("months").orElse(new Range(1, 12));
    int from = (int) months.low();
    int to = (int) months.high();
    if (from != months.low() || to != months.high() || from < 1 || to > 12) {
      season.problem("months", "two months from 1 to 12 are needed, such as [12, 12]");
      from = 1;
      to = 12;
    }
    Optional<Range> fail = season.span("fail");
    Optional<Range> suspect = season.span("suspect");
    if (suspect.isEmpty()) {
      season.problem("suspect", "a span such as [0, 30] is needed");
    } else if (fail.isPresent() && !fail.get().encloses(suspect.get())) {
      season.problem("suspect", "the suspect span must lie inside the fail span");
    }
    return new QualityTests.Season(from, to, fail, suspect.orElse(new Range(0, 0)));
  }

  private static QualityTests.Location location(YamlDocument location) {
    location.onlyKeys("latitude", "longitude", "max_jump_m");
    Range latitude = degrees(location, "latitude", 90);
    Range longitude = degrees(location, "longitude", 180);
    return new QualityTests.Location(
        latitude, longitude, location.number("max_jump_m", 0, Double.MAX_VALUE));
  }

  private static Range degrees(YamlDocument location, String key, double limit) {
    Range whole = new Range(-limit, limit);
    Optional<Range> span = location.span(key);
    if (span.isEmpty() || !whole.encloses(span.get())) {
      location.problem(key, "two degrees from " + -limit + " to " + limit + " are needed");
      return whole;
    }
    return span.get();
  }

  private static double positive(YamlDocument place, String key) {
    double value = place.number(key);
    if (place.has(key) && !(value > 0)) {
      place.problem(key, "a number above 0 is needed");
    }
    return value;
  }
}
