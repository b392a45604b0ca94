package io.nagare.contracts;

import io.nagare.contracts.sla.ActiveCalendar;
import io.nagare.contracts.sla.ActiveCalendar.Hours;
import io.nagare.profiles.YamlDocument;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the active calendar of a promise; all the time where there is none. */
final class CalendarReader {
  private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

  private CalendarReader() {}

  static ActiveCalendar read(YamlDocument calendar) {
    if (!calendar.present()) {
      return ActiveCalendar.always();
    }
    calendar.onlyKeys("zone", "hours", "holidays");
    Map<DayOfWeek, List<Hours>> weekly = new EnumMap<>(DayOfWeek.class);
    calendar
        .entries("hours")
        .forEach(
            (name, entry) -> {
              Optional<DayOfWeek> day = day(name);
              if (day.isEmpty()) {
                entry.problem("days are mon, tue, wed, thu, fri, sat and sun");
              } else {
                weekly.put(day.get(), hours(entry));
              }
            });
    return new ActiveCalendar(zone(calendar), weekly, holidays(calendar));
  }

  private static ZoneId zone(YamlDocument calendar) {
    try {
      return calendar.has("zone") ? ZoneId.of(calendar.text("zone")) : ZoneOffset.UTC;
    } catch (DateTimeException unknown) {
      calendar.problem("zone", "use a zone of the IANA database such as \"Asia/Tokyo\"");
      return ZoneOffset.UTC;
    }
  }

  private static Optional<DayOfWeek> day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private static List<Hours> hours(YamlDocument entry) {
    List<Hours> hours = new ArrayList<>();
    for (YamlDocument part : entry.elements()) {
      Matcher matcher = HOURS.matcher(part.asText());
      Optional<Hours> read = Optional.empty();
      if (matcher.matches()) {
        read = hours(matcher.group(1), matcher.group(2));
      }
      if (read.isEmpty()) {
        part.problem("use hours such as \"08:00-20:00\"; \"24:00\" is the end of the day");
      }
      read.ifPresent(hours::add);
    }
    if (!entry.isList()) {
      entry.problem("a list of hours is needed such as [\"08:00-20:00\"]");
    }
    return hours;
  }

  private static Optional<Hours> hours(String from, String to) {
    try {
      LocalTime end = to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to);
      return Optional.of(new Hours(LocalTime.parse(from), end));
    } catch (DateTimeException | IllegalArgumentException notHours) {
      return Optional.empty();
    }
  }

  private static Set<LocalDate> holidays(YamlDocument calendar) {
    Set<LocalDate> holidays = new HashSet<>();
    for (YamlDocument day : calendar.optionalList("holidays")) {
      try {
        holidays.add(LocalDate.parse(day.asText()));
      } catch (DateTimeException notDate) {
        day.problem("use a day such as \"2026-11-23\"");
      }
    }
    return holidays;
  }
}
