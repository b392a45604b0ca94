package io.nagare.contracts;

import io.nagare.contracts.sla.Indicator;
import io.nagare.contracts.sla.Objective;
import io.nagare.profiles.YamlDocument;
import java.time.Duration;
import java.util.Optional;

/** Reads one entry of {@code slaProperties}. */
final class ObjectiveReader {
  private final YamlDocument entry;
  private final String property;
  private final String id;

  ObjectiveReader(YamlDocument entry) {
    this.entry = entry;
    this.property = entry.text("property");
    this.id = entry.optionalText("id").orElse(property);
  }

  Objective objective() {
    String unit = entry.optionalText("unit").orElse("");
    String written = entry.child("value").asText() + (unit.isEmpty() ? "" : " " + unit);
    Optional<Indicator> indicator = Indicator.of(property);
    if (indicator.isEmpty()) {
      // Declared all the same: shown as unmeasured, never as kept.
      return new Objective(id, property, indicator, 0, Optional.empty(), Optional.empty(), written);
    }
    return switch (indicator.get()) {
      case COMPLETENESS, AVAILABILITY, QUALITY_SHARE -> share(indicator.get(), unit, written);
      case LATENCY, FRESHNESS -> within(indicator.get(), unit, written, Optional.empty());
      case FREQUENCY -> within(indicator.get(), unit, written, Optional.of(99.0));
      case TIME_TO_DETECT, TIME_TO_NOTIFY, TIME_TO_REPAIR ->
          within(indicator.get(), unit, written, Optional.of(100.0));
      case RETENTION -> retention(unit, written);
    };
  }

  private Objective share(Indicator indicator, String unit, String written) {
    if (!unit.equals("percent") && !unit.equals("%")) {
      entry.problem("unit", "use percent");
    }
    return new Objective(
        id,
        property,
        Optional.of(indicator),
        budgeted("value", entry.child("value").asNumber()),
        Optional.empty(),
        Optional.empty(),
        written);
  }

  private Objective within(
      Indicator indicator, String unit, String written, Optional<Double> whenAbsent) {
    double percent;
    if (whenAbsent.isPresent() && !entry.has("valueExt")) {
      percent = whenAbsent.get();
    } else if (entry.has("valueExt")) {
      percent = entry.child("valueExt").asNumber();
    } else {
      entry.problem("valueExt", "name the percentage that keeps the value, such as 95");
      percent = 0;
    }
    boolean counted = whenAbsent.filter(all -> all == 100).isPresent();
    return new Objective(
        id,
        property,
        Optional.of(indicator),
        counted ? Math.min(percent, 100) / 100 : budgeted("valueExt", percent),
        Optional.of(time("value", unit)),
        Optional.empty(),
        written);
  }

  private Objective retention(String unit, String written) {
    Duration least = time("value", unit);
    Optional<Duration> most =
        entry.has("valueExt") ? Optional.of(time("valueExt", unit)) : Optional.empty();
    if (most.filter(longest -> longest.compareTo(least) < 0).isPresent()) {
      entry.problem("valueExt", "the longest retention is not shorter than the least");
    }
    return new Objective(
        id, property, Optional.of(Indicator.RETENTION), 1, Optional.of(least), most, written);
  }

  /** A percentage that leaves an error budget. */
  private double budgeted(String key, double percent) {
    if (entry.has(key) && !(percent > 0 && percent < 100)) {
      entry.problem(
          key, "use a percentage above 0 and under 100: 100 leaves no budget for any error");
    }
    return percent / 100;
  }

  private Duration time(String key, String unit) {
    double value = entry.child(key).asNumber();
    Duration one =
        switch (unit) {
          case "s", "second", "seconds" -> Duration.ofSeconds(1);
          case "min", "minute", "minutes" -> Duration.ofMinutes(1);
          case "h", "hour", "hours" -> Duration.ofHours(1);
          case "d", "day", "days" -> Duration.ofDays(1);
          default -> {
            entry.problem("unit", "use s, min, h or d");
            yield Duration.ofSeconds(1);
          }
        };
    if (!(value > 0 && value < 1e6)) {
      entry.problem(key, "use a number above 0 and under 1000000");
      return one;
    }
    return Duration.ofMillis(Math.round(value * one.toMillis()));
  }
}
