package io.nagare.contracts.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When devices are meant to report: hours of each weekday in a zone, without holidays.
 *
 * @param zone in which hours and days are meant
 * @param weekly hours of each day of the week; a day that is absent has none
 * @param holidays days without hours, whatever their weekday
 */
public record ActiveCalendar(
    ZoneId zone, Map<DayOfWeek, List<Hours>> weekly, Set<LocalDate> holidays) {

  private static final ActiveCalendar ALWAYS = everyDay(ZoneOffset.UTC, Hours.WHOLE_DAY);

  /**
   * A part of a local day.
   *
   * @param from inclusive
   * @param to exclusive; midnight is the end of the day
   */
  public record Hours(LocalTime from, LocalTime to) {
    /** From midnight to midnight. */
    public static final Hours WHOLE_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Refuses hours that end before they start. */
    public Hours {
      if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
        throw new IllegalArgumentException("hours " + from + " to " + to + " are empty");
      }
    }
  }

  /** Keeps copies. */
  public ActiveCalendar {
    Map<DayOfWeek, List<Hours>> copy = new EnumMap<>(DayOfWeek.class);
    weekly.forEach((day, hours) -> copy.put(day, List.copyOf(hours)));
    weekly = Map.copyOf(copy);
    holidays = Set.copyOf(holidays);
  }

  /** Every moment. */
  public static ActiveCalendar always() {
    return ALWAYS;
  }

  /** The same hours on all seven days. */
  public static ActiveCalendar everyDay(ZoneId zone, Hours hours) {
    Map<DayOfWeek, List<Hours>> weekly = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      weekly.put(day, List.of(hours));
    }
    return new ActiveCalendar(zone, weekly, Set.of());
  }

  /** Whether no moment is left out. */
  public boolean isAlways() {
    return holidays.isEmpty()
        && weekly.size() == DayOfWeek.values().length
        && weekly.values().stream().allMatch(hours -> hours.contains(Hours.WHOLE_DAY));
  }

  /** The active time inside a span, in order; intervals neither touch nor overlap. */
  public List<Interval> activeIn(Interval span) {
    if (isAlways()) {
      return List.of(span);
    }
    List<Interval> active = new ArrayList<>();
    LocalDate last = LocalDate.ofInstant(span.end(), zone);
    for (LocalDate day = LocalDate.ofInstant(span.start(), zone);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (!holidays.contains(day)) {
        for (Hours hours : weekly.getOrDefault(day.getDayOfWeek(), List.of())) {
          addIfThereIs(active, span, start(day, hours), end(day, hours));
        }
      }
    }
    return Interval.merged(active);
  }

  private static void addIfThereIs(
      List<Interval> active, Interval span, Instant start, Instant end) {
    // Hours that the clock jumps over in spring do not exist.
    if (start.isBefore(end)) {
      new Interval(start, end).intersection(span).ifPresent(active::add);
    }
  }

  private Instant start(LocalDate day, Hours hours) {
    return hours.from().equals(LocalTime.MIDNIGHT)
        ? day.atStartOfDay(zone).toInstant()
        : day.atTime(hours.from()).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  private Instant end(LocalDate day, Hours hours) {
    // In autumn an hour comes twice: hours that end in it last through both.
    return hours.to().equals(LocalTime.MIDNIGHT)
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : day.atTime(hours.to()).atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }
}
