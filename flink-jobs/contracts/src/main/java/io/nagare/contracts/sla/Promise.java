package io.nagare.contracts.sla;

import io.nagare.profiles.LocalizedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a contract promises of the delivery of its dataset.
 *
 * @param objectives in the order of the contract
 * @param deadline D: how long after a slot's end its value may come and still be in time
 * @param lateness L: how long after a window's end its verdict stays open; at least D
 * @param skew how far an event time may lie after its receipt; beyond it the reading is quarantined
 * @param window length of the windows that get a verdict
 * @param slotPeriod length of a slot; empty: the period of the device's profile
 * @param calendar when devices are meant to report
 * @param maintenanceNotice how long before its start maintenance must be registered to excuse
 * @param maintenance registered in the contract itself; more may be registered later
 * @param minimumBad an alert needs at least so many bad ones
 * @param responsible who answers when data cannot be delivered
 * @param exclusions what the promise does not cover, in words
 * @param remedy what a consumer gets when it is broken
 */
public record Promise(
    List<Objective> objectives,
    Duration deadline,
    Duration lateness,
    Duration skew,
    Duration window,
    Optional<Duration> slotPeriod,
    ActiveCalendar calendar,
    Duration maintenanceNotice,
    List<MaintenanceWindow> maintenance,
    long minimumBad,
    Optional<LocalizedText> responsible,
    List<LocalizedText> exclusions,
    Remedy remedy) {

  /** D unless the contract tells. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(5);

  /** L unless the contract tells. */
  public static final Duration DEFAULT_LATENESS = Duration.ofDays(1);

  /** Skew unless the contract tells. */
  public static final Duration DEFAULT_SKEW = Duration.ofMinutes(5);

  /** Window unless the contract tells. */
  public static final Duration DEFAULT_WINDOW = Duration.ofHours(1);

  /** Bad ones that an alert needs unless the contract tells: one missed slot is no outage. */
  public static final long DEFAULT_MINIMUM_BAD = 3;

  /** Nothing is promised. */
  public static final Promise NONE =
      new Promise(
          List.of(),
          DEFAULT_DEADLINE,
          DEFAULT_LATENESS,
          DEFAULT_SKEW,
          DEFAULT_WINDOW,
          Optional.empty(),
          ActiveCalendar.always(),
          Duration.ZERO,
          List.of(),
          DEFAULT_MINIMUM_BAD,
          Optional.empty(),
          List.of(),
          Remedy.NONE);

  /** Keeps copies. */
  public Promise {
    objectives = List.copyOf(objectives);
    maintenance = List.copyOf(maintenance);
    exclusions = List.copyOf(exclusions);
  }

  /** The first objective of an indicator. */
  public Optional<Objective> objective(Indicator indicator) {
    return objectives.stream().filter(objective -> objective.measures(indicator)).findFirst();
  }

  /** The objective of this id. */
  public Optional<Objective> objective(String id) {
    return objectives.stream().filter(objective -> objective.id().equals(id)).findFirst();
  }

  /** The maintenance of contract and registry that was registered early enough to excuse. */
  public List<MaintenanceWindow> excused(List<MaintenanceWindow> registered) {
    List<MaintenanceWindow> all = new ArrayList<>(maintenance);
    all.addAll(registered);
    return all.stream()
        .filter(window -> window.registeredBeforehand(maintenanceNotice))
        .distinct()
        .toList();
  }

  /** The slots of this period that are due under the promise. */
  public ExpectedSlots slots(Duration period, List<MaintenanceWindow> registered) {
    return new ExpectedSlots(period, calendar, excused(registered));
  }
}
