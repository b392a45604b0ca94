package io.nagare.contracts.sla;

import io.nagare.profiles.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a device owes: one valid reading in each period of active time outside maintenance.
 *
 * <p>Slots are [n × period, (n + 1) × period) since 1970-01-01T00:00Z. A slot counts when all of it
 * is active and none of it is maintenance, and belongs to the span in which it starts. Nothing here
 * looks at data or watermarks: a silent fleet owes as much as a loud one.
 *
 * @param period length of a slot, at least a millisecond
 * @param calendar when devices are meant to report
 * @param maintenance windows that excuse; those registered too late are left out beforehand
 */
public record ExpectedSlots(
    Duration period, ActiveCalendar calendar, List<MaintenanceWindow> maintenance) {

  /** Keeps a copy and refuses periods under a millisecond. */
  public ExpectedSlots {
    if (period.toMillis() < 1) {
      throw new IllegalArgumentException("period " + period + " is under a millisecond");
    }
    maintenance = List.copyOf(maintenance);
  }

  /** The slots of a measurement under a promise, with further maintenance that was registered. */
  public static ExpectedSlots of(
      Measurement measurement, Promise promise, List<MaintenanceWindow> registered) {
    return promise.slots(promise.slotPeriod().orElse(measurement.period()), registered);
  }

  /** Active time of the span outside maintenance. */
  public List<Interval> duty(Interval span) {
    return Interval.without(
        calendar.activeIn(span), maintenance.stream().map(MaintenanceWindow::interval).toList());
  }

  /** How many slots start in the span; takes time by the days of the span, not by the slots. */
  public long count(Interval span) {
    long count = 0;
    for (long[] run : runs(span)) {
      count += run[1] - run[0];
    }
    return count;
  }

  /** The starts of the slots that start in the span, in order. */
  public List<Instant> starts(Interval span) {
    List<Instant> starts = new ArrayList<>();
    for (long[] run : runs(span)) {
      for (long slot = run[0]; slot < run[1]; slot++) {
        starts.add(Instant.ofEpochMilli(slot * period.toMillis()));
      }
    }
    return starts;
  }

  /** Whether a slot starts exactly then and is due. */
  public boolean expects(Instant slotStart) {
    return slotOf(slotStart).equals(slotStart)
        && count(new Interval(slotStart, slotStart.plusMillis(1))) == 1;
  }

  /** The start of the slot that a moment is in. */
  public Instant slotOf(Instant moment) {
    long millis = period.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), millis) * millis);
  }

  /** The end of the slot that starts then. */
  public Instant endOf(Instant slotStart) {
    return slotStart.plus(period);
  }

  /** Runs of slot numbers, [from, to), that start in the span. */
  private List<long[]> runs(Interval span) {
    long millis = period.toMillis();
    long limit = ceilDiv(span.end().toEpochMilli(), millis);
    List<long[]> runs = new ArrayList<>();
    // The last slot may reach beyond the span; whether it is active is decided there.
    for (Interval duty : duty(new Interval(span.start(), span.end().plus(period)))) {
      long from = ceilDiv(duty.start().toEpochMilli(), millis);
      long to = Math.min(limit, Math.floorDiv(duty.end().toEpochMilli(), millis));
      if (from < to) {
        runs.add(new long[] {from, to});
      }
    }
    return runs;
  }

  private static long ceilDiv(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }
}
