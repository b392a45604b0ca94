package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fleet owes: the slots of every device from its enrolment to its removal. */
public final class Expectation {
  private final ExpectedSlots slots;
  private final Map<String, Enrolment> fleet;

  /**
   * A device that is meant to report.
   *
   * @param device its name
   * @param since when it was enrolled; slots that start before are not due
   * @param until when it was removed, exclusive
   */
  public record Enrolment(String device, Instant since, Optional<Instant> until) {
    boolean covers(Instant slotStart) {
      return !slotStart.isBefore(since) && until.map(slotStart::isBefore).orElse(true);
    }

    Optional<Interval> within(Interval span) {
      Instant from = since.isAfter(span.start()) ? since : span.start();
      Instant to = until.filter(end -> end.isBefore(span.end())).orElse(span.end());
      return from.isBefore(to) ? Optional.of(new Interval(from, to)) : Optional.empty();
    }
  }

  /** A fleet under these slots; a device may stand in it once. */
  public Expectation(ExpectedSlots slots, List<Enrolment> fleet) {
    this.slots = slots;
    this.fleet = new HashMap<>();
    for (Enrolment enrolment : fleet) {
      if (this.fleet.put(enrolment.device(), enrolment) != null) {
        throw new IllegalArgumentException("device " + enrolment.device() + " is enrolled twice");
      }
    }
  }

  /** The slots of one device. */
  public ExpectedSlots slots() {
    return slots;
  }

  /** Whether the device owes the slot. */
  public boolean expects(String device, Instant slotStart) {
    Enrolment enrolment = fleet.get(device);
    return enrolment != null && enrolment.covers(slotStart) && slots.expects(slotStart);
  }

  /** How many devices owe a slot that is due. */
  public long devicesAt(Instant slotStart) {
    return fleet.values().stream().filter(enrolment -> enrolment.covers(slotStart)).count();
  }

  /** How many slots of all devices start in the span. */
  public long count(Interval span) {
    long whole = slots.count(span);
    long count = 0;
    for (Enrolment enrolment : fleet.values()) {
      Optional<Interval> part = enrolment.within(span);
      if (part.isPresent()) {
        count += part.get().equals(span) ? whole : slots.count(part.get());
      }
    }
    return count;
  }

  /** The part of a window whose slots ended at least this long before a moment. */
  Optional<Interval> dueBy(Instant moment, Interval window, Duration afterSlotEnd) {
    // A slot that starts exactly then is due, hence the millisecond.
    Instant limit = moment.minus(afterSlotEnd).minus(slots.period()).plusMillis(1);
    Instant end = limit.isBefore(window.end()) ? limit : window.end();
    return window.start().isBefore(end)
        ? Optional.of(new Interval(window.start(), end))
        : Optional.empty();
  }
}
