package io.nagare.contracts.sla;

import static io.nagare.contracts.sla.Sla.at;
import static io.nagare.contracts.sla.Sla.everyMinutes;
import static io.nagare.contracts.sla.Sla.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.profiles.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExpectedSlotsTest {
  private static final LocalizedText REASON = new LocalizedText("work", "作業");

  @Test
  void anHourOwesSixSlotsOfTenMinutes() {
    assertThat(everyMinutes(10).count(span("10:00", "11:00"))).isEqualTo(6);
  }

  @Test
  void aSlotBelongsToTheWindowInWhichItStarts() {
    ExpectedSlots slots = everyMinutes(10);

    assertThat(slots.starts(span("10:05", "10:15"))).containsExactly(at("10:10"));
    assertThat(slots.count(span("10:01", "10:09"))).isZero();
  }

  @Test
  void aSlotThatMaintenanceTouchesIsNotDue() {
    ExpectedSlots slots =
        maintained(new MaintenanceWindow(span("10:15", "10:31"), at("09:00"), REASON));

    assertThat(slots.starts(span("10:00", "11:00")))
        .containsExactly(at("10:00"), at("10:40"), at("10:50"));
    assertThat(slots.expects(at("10:30"))).isFalse();
    assertThat(slots.expects(at("10:40"))).isTrue();
    assertThat(slots.expects(at("10:45"))).isFalse();
  }

  @Test
  void maintenanceThatWasRegisteredTooLateExcusesNothing() {
    ExpectedSlots slots =
        maintained(new MaintenanceWindow(span("10:00", "11:00"), at("09:30"), REASON));

    assertThat(slots.count(span("10:00", "11:00"))).isEqualTo(6);
  }

  @Property
  void countingAgreesWithListingAndAddsUp(
      @ForAll @IntRange(min = 1, max = 90) int periodMinutes,
      @ForAll @IntRange(min = 0, max = 2879) int start,
      @ForAll @IntRange(min = 1, max = 2880) int first,
      @ForAll @IntRange(min = 1, max = 2880) int second,
      @ForAll @IntRange(min = 0, max = 4000) int maintenanceStart,
      @ForAll @IntRange(min = 1, max = 600) int maintenanceLength) {
    Instant zero = at("00:00");
    Interval work = minutes(zero, maintenanceStart, maintenanceStart + maintenanceLength);
    ExpectedSlots slots =
        new ExpectedSlots(
            Duration.ofMinutes(periodMinutes),
            ActiveCalendar.everyDay(
                ZoneId.of("Asia/Tokyo"),
                new ActiveCalendar.Hours(LocalTime.of(8, 30), LocalTime.of(19, 10))),
            List.of(new MaintenanceWindow(work, Instant.EPOCH, REASON)));
    Interval one = minutes(zero, start, start + first);
    Interval other = minutes(zero, start + first, start + first + second);
    Interval both = new Interval(one.start(), other.end());

    assertThat(slots.count(both)).isEqualTo(slots.count(one) + slots.count(other));
    assertThat(slots.starts(both)).hasSize((int) slots.count(both)).allMatch(slots::expects);
    assertThat(slots.starts(both))
        .noneMatch(slot -> new Interval(slot, slots.endOf(slot)).overlaps(work));
  }

  private static Interval minutes(Instant zero, int from, int to) {
    return new Interval(zero.plusSeconds(60L * from), zero.plusSeconds(60L * to));
  }

  private static ExpectedSlots maintained(MaintenanceWindow window) {
    Promise none = Promise.NONE;
    Promise promise =
        new Promise(
            none.objectives(),
            none.deadline(),
            none.lateness(),
            none.skew(),
            none.window(),
            Optional.empty(),
            ActiveCalendar.always(),
            Duration.ofHours(1),
            List.of(),
            none.minimumBad(),
            none.responsible(),
            none.exclusions(),
            none.remedy());
    return promise.slots(Duration.ofMinutes(10), List.of(window));
  }
}
