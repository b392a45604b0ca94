package io.nagare.contracts;

import io.nagare.contracts.sla.Interval;
import io.nagare.contracts.sla.MaintenanceWindow;
import io.nagare.contracts.sla.Objective;
import io.nagare.contracts.sla.Promise;
import io.nagare.contracts.sla.Remedy;
import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.YamlDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code slaProperties} and the custom property {@code sla} of a contract. */
final class PromiseReader {
  private final YamlDocument file;
  private final YamlDocument sla;

  private PromiseReader(YamlDocument file, YamlDocument sla) {
    this.file = file;
    this.sla = sla;
  }

  static Promise read(YamlDocument file, Optional<YamlDocument> sla) {
    // Without the property every question to the empty place gives its default.
    return new PromiseReader(file, sla.orElse(file.child("sla"))).promise();
  }

  private Promise promise() {
    sla.onlyKeys(
        "deadline",
        "lateness",
        "skew",
        "window",
        "slot",
        "calendar",
        "maintenanceNotice",
        "maintenance",
        "minimumBad",
        "responsible",
        "exclusions",
        "remedy");
    List<Objective> objectives = objectives();
    return new Promise(
        objectives,
        duration("deadline", Promise.DEFAULT_DEADLINE),
        duration("lateness", Promise.DEFAULT_LATENESS),
        duration("skew", Promise.DEFAULT_SKEW),
        duration("window", Promise.DEFAULT_WINDOW),
        sla.has("slot") ? Optional.of(sla.duration("slot")) : Optional.empty(),
        CalendarReader.read(sla.child("calendar")),
        duration("maintenanceNotice", Duration.ZERO),
        sla.optionalList("maintenance").stream()
            .flatMap(entry -> maintenance(entry).stream())
            .toList(),
        sla.integer("minimumBad", 1, 1_000_000, Promise.DEFAULT_MINIMUM_BAD),
        sla.has("responsible") ? Optional.of(sla.localized("responsible")) : Optional.empty(),
        sla.optionalList("exclusions").stream()
            .map(entry -> new LocalizedText(entry.text("en"), entry.text("ja")))
            .toList(),
        remedy(objectives));
  }

  private Duration duration(String key, Duration whenAbsent) {
    return sla.has(key) ? sla.duration(key) : whenAbsent;
  }

  private List<Objective> objectives() {
    List<Objective> objectives = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlDocument entry : file.optionalList("slaProperties")) {
      Objective objective = new ObjectiveReader(entry).objective();
      if (!ids.add(objective.id())) {
        entry.problem(
            "id", "each objective needs an id of its own; without one it is the property");
      }
      objectives.add(objective);
    }
    return objectives;
  }

  private Optional<MaintenanceWindow> maintenance(YamlDocument entry) {
    entry.onlyKeys("from", "to", "registered", "reason");
    Optional<Instant> from = instant(entry, "from");
    Optional<Instant> to = instant(entry, "to");
    Optional<Instant> registered = instant(entry, "registered");
    LocalizedText reason = entry.localized("reason");
    if (from.isEmpty() || to.isEmpty() || registered.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(to.get())) {
      entry.problem("to", "maintenance ends after it starts");
      return Optional.empty();
    }
    return Optional.of(
        new MaintenanceWindow(new Interval(from.get(), to.get()), registered.get(), reason));
  }

  private static Optional<Instant> instant(YamlDocument entry, String key) {
    String text = entry.text(key);
    if (!entry.has(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException notTime) {
      entry.problem(key, "use a time with its offset such as \"2026-12-01T02:00:00+09:00\"");
      return Optional.empty();
    }
  }

  private Remedy remedy(List<Objective> objectives) {
    if (!sla.has("remedy")) {
      return Remedy.NONE;
    }
    YamlDocument remedy = sla.mapping("remedy");
    remedy.onlyKeys("cap", "claimWithin", "credits");
    List<Remedy.Credit> credits = new ArrayList<>();
    for (YamlDocument entry : remedy.list("credits")) {
      entry.onlyKeys("objective", "below", "percent");
      String objective = entry.text("objective");
      if (objectives.stream()
          .noneMatch(known -> known.id().equals(objective) && known.indicator().isPresent())) {
        entry.problem("objective", "name the id of an objective that is measured");
      }
      credits.add(
          new Remedy.Credit(objective, percentage(entry, "below"), percentage(entry, "percent")));
    }
    return new Remedy(
        credits,
        remedy.has("cap") ? percentage(remedy, "cap") : 100,
        remedy.has("claimWithin") ? Optional.of(remedy.duration("claimWithin")) : Optional.empty());
  }

  private static double percentage(YamlDocument entry, String key) {
    double percent = entry.child(key).asNumber();
    if (!(percent > 0 && percent <= 100)) {
      entry.problem(key, "use a percentage above 0, at most 100");
    }
    return percent;
  }
}
