package io.nagare.contracts.diff;

import io.nagare.contracts.sla.Indicator;
import io.nagare.contracts.sla.Objective;
import io.nagare.contracts.sla.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Changes of what is promised of the delivery. */
final class PromiseChanges {
  // Longer than any maximum: without one data may stay for ever.
  private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final Promise before;
  private final Promise after;
  private final ChangeList changes = new ChangeList();

  PromiseChanges(Promise before, Promise after) {
    this.before = before;
    this.after = after;
  }

  List<Change> changes() {
    before.objectives().forEach(this::objective);
    for (Objective objective : after.objectives()) {
      if (before.objective(objective.id()).isEmpty()) {
        changes.compatible(path(objective), "added", "more is promised than before");
      }
    }
    changes.compared(
        "sla.deadline", before.deadline(), after.deadline(), false, "data may come later");
    changes.compared(
        "sla.lateness", before.lateness(), after.lateness(), false, "verdicts stay open longer");
    changes.breakingIfOther(
        "sla.calendar", before.calendar(), after.calendar(), "data are due at other times");
    changes.compared(
        "sla.maintenanceNotice",
        before.maintenanceNotice(),
        after.maintenanceNotice(),
        true,
        "maintenance is announced later");
    changes.breakingIfChanged(
        "sla.slot",
        before.slotPeriod().map(Duration::toString).orElse("the profile's period"),
        after.slotPeriod().map(Duration::toString).orElse("the profile's period"),
        "completeness counts other slots");
    changes.breakingIfOther(
        "sla.remedy", before.remedy(), after.remedy(), "consumers get back something else");
    changes.breakingIfOther(
        "sla.exclusions",
        before.exclusions(),
        after.exclusions(),
        "the promise covers other cases");
    return changes.all();
  }

  private void objective(Objective old) {
    Optional<Objective> found = after.objective(old.id());
    String path = path(old);
    if (found.isEmpty()) {
      changes.breaking(path, "removed", "it is no longer promised");
      return;
    }
    Objective now = found.get();
    if (!old.property().equals(now.property()) || old.indicator().isEmpty()) {
      changes.breakingIfChanged(
          path,
          old.property() + " " + old.written(),
          now.property() + " " + now.written(),
          "something else is promised");
      return;
    }
    changes.compared(path + ".share", old.share(), now.share(), true, "less is promised");
    if (old.threshold().isPresent() && now.threshold().isPresent()) {
      boolean largerIsBetter = old.measures(Indicator.RETENTION);
      changes.compared(
          path + ".value",
          old.threshold().get(),
          now.threshold().get(),
          largerIsBetter,
          "less is promised");
    }
    changes.compared(
        path + ".maximum",
        old.maximum().orElse(FOR_EVER),
        now.maximum().orElse(FOR_EVER),
        true,
        "data go earlier than readers were told");
  }

  private static String path(Objective objective) {
    return "slaProperties." + objective.id();
  }
}
