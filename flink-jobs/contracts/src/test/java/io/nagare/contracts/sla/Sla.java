package io.nagare.contracts.sla;

import io.nagare.contracts.sla.Expectation.Enrolment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Short words for the tests of this package; times are of 2026-11-02, a Monday, UTC. */
final class Sla {
  static final Duration DEADLINE = Duration.ofMinutes(5);
  static final Duration LATENESS = Duration.ofHours(6);
  static final Duration SKEW = Duration.ofMinutes(5);

  private Sla() {}

  static Instant at(String time) {
    return Instant.parse("2026-11-02T" + time + (time.length() == 5 ? ":00Z" : "Z"));
  }

  static Interval span(String start, String end) {
    return new Interval(at(start), at(end));
  }

  static ExpectedSlots everyMinutes(int minutes) {
    return new ExpectedSlots(Duration.ofMinutes(minutes), ActiveCalendar.always(), List.of());
  }

  /** Devices d1, d2 … enrolled for ever. */
  static Expectation fleet(int devices, ExpectedSlots slots) {
    return new Expectation(
        slots,
        IntStream.rangeClosed(1, devices)
            .mapToObj(i -> new Enrolment("d" + i, Instant.EPOCH, Optional.empty()))
            .toList());
  }

  static Objective share(Indicator indicator, double share) {
    return new Objective(
        indicator.property(),
        indicator.property(),
        Optional.of(indicator),
        share,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  static Objective within(Indicator indicator, Duration threshold, double share) {
    return new Objective(
        indicator.property(),
        indicator.property(),
        Optional.of(indicator),
        share,
        Optional.of(threshold),
        Optional.empty(),
        "");
  }

  static SlotArrival arrival(String device, String eventTime, String readableAt) {
    return new SlotArrival(device, at(eventTime), at(readableAt));
  }

  static DeliveryTally tally(ExpectedSlots slots, SlotArrival... arrivals) {
    DeliveryTally tally = new DeliveryTally(slots, SKEW);
    List.of(arrivals).forEach(tally::add);
    return tally;
  }
}
