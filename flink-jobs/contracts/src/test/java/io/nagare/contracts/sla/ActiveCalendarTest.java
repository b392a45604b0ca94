package io.nagare.contracts.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.contracts.sla.ActiveCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActiveCalendarTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void countsTheHoursOfTheLocalDay() {
    ActiveCalendar office =
        new ActiveCalendar(
            TOKYO, Map.of(DayOfWeek.MONDAY, List.of(hours("09:00", "17:00"))), Set.of());

    // Monday 2026-11-02 in Tokyo is Sunday 15:00 to Monday 15:00 UTC.
    assertThat(office.activeIn(span("2026-11-01T00:00:00Z", "2026-11-08T00:00:00Z")))
        .containsExactly(span("2026-11-02T00:00:00Z", "2026-11-02T08:00:00Z"));
  }

  @Test
  void leavesOutHolidays() {
    ActiveCalendar daily =
        new ActiveCalendar(
            TOKYO,
            ActiveCalendar.everyDay(TOKYO, hours("09:00", "17:00")).weekly(),
            Set.of(LocalDate.parse("2026-11-03")));

    assertThat(length(daily, span("2026-11-01T15:00:00Z", "2026-11-04T15:00:00Z")))
        .isEqualTo(Duration.ofHours(16));
  }

  @Test
  void joinsDaysThatTouchAtMidnight() {
    ActiveCalendar always = ActiveCalendar.everyDay(TOKYO, Hours.WHOLE_DAY);
    Interval span = span("2026-11-01T00:00:00Z", "2026-11-08T00:00:00Z");

    assertThat(always.activeIn(span)).containsExactly(span);
    assertThat(always.isAlways()).isTrue();
  }

  @Test
  void aDayInAutumnHasTheRepeatedHourTwice() {
    ActiveCalendar nights = ActiveCalendar.everyDay(BERLIN, hours("01:00", "04:00"));

    assertThat(length(nights, span("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")))
        .isEqualTo(Duration.ofHours(4));
  }

  @Test
  void aDayInSpringLacksTheSkippedHour() {
    ActiveCalendar nights = ActiveCalendar.everyDay(BERLIN, hours("01:00", "04:00"));

    assertThat(length(nights, span("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")))
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void hoursThatTheClockSkipsDoNotExist() {
    ActiveCalendar skipped = ActiveCalendar.everyDay(BERLIN, hours("02:00", "03:00"));

    assertThat(skipped.activeIn(span("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"))).isEmpty();
  }

  private static Duration length(ActiveCalendar calendar, Interval span) {
    return calendar.activeIn(span).stream()
        .map(Interval::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Interval span(String start, String end) {
    return new Interval(Instant.parse(start), Instant.parse(end));
  }

  private static Hours hours(String from, String to) {
    return new Hours(LocalTime.parse(from), LocalTime.parse(to));
  }
}
