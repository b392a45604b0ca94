package io.nagare.contracts.sla;

import static io.nagare.contracts.sla.Sla.arrival;
import static io.nagare.contracts.sla.Sla.at;
import static io.nagare.contracts.sla.Sla.everyMinutes;
import static io.nagare.contracts.sla.Sla.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.contracts.sla.ActiveCalendar.Hours;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MinuteEvidenceTest {
  private static final Interval WINDOW = span("10:00", "10:20");

  @Test
  void aMinuteIsFreshWhileTheNewestReadableEventIsYoungEnough() {
    FreshnessTally tally = new FreshnessTally(Sla.SKEW);
    tally.add(arrival("d1", "09:59", "10:00"));
    tally.add(arrival("d1", "10:09", "10:12"));
    MinuteEvidence fresh = freshness(everyMinutes(1), tally);

    // Good at the ends 10:01 to 10:04 (of 09:59) and 10:12 to 10:14 (of 10:09).
    assertThat(fresh.score(at("10:20"))).isEqualTo(new Score(7, 20));
    assertThat(fresh.breachSince(at("10:20"))).contains(at("10:05"));
    assertThat(tally.freshness(at("10:11"))).contains(Duration.ofMinutes(12));
  }

  @Test
  void aSilentDatasetIsNeverFresh() {
    assertThat(freshness(everyMinutes(1), new FreshnessTally(Sla.SKEW)).score(at("10:20")))
        .isEqualTo(new Score(0, 20));
  }

  @Test
  void aReadingFromTheFutureDoesNotMakeAMinuteFresh() {
    FreshnessTally tally = new FreshnessTally(Sla.SKEW);

    assertThat(tally.add(arrival("d1", "10:19", "10:01"))).isFalse();
    assertThat(tally.newestAt(at("10:20"))).isEmpty();
  }

  @Test
  void nobodyOwesAtOpeningTimeWhatTheNightDidNotMeasure() {
    ExpectedSlots day =
        new ExpectedSlots(
            Duration.ofMinutes(1),
            ActiveCalendar.everyDay(
                ZoneOffset.UTC, new Hours(LocalTime.of(10, 0), LocalTime.of(18, 0))),
            List.of());

    assertThat(freshness(day, new FreshnessTally(Sla.SKEW)).score(at("10:20")))
        .isEqualTo(new Score(0, 16));
  }

  @Property
  void freshnessDoesNotDependOnOrderOrRepeats(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 1200) Integer> events,
      @ForAll Random random) {
    List<SlotArrival> arrivals = new ArrayList<>();
    for (int event : events) {
      arrivals.add(
          new SlotArrival(
              "d",
              at("10:00").plusSeconds(event),
              at("10:00").plusSeconds(event + random.nextInt(300))));
    }
    FreshnessTally straight = new FreshnessTally(Sla.SKEW);
    arrivals.forEach(straight::add);
    List<SlotArrival> replay = new ArrayList<>(arrivals);
    replay.addAll(arrivals);
    Collections.shuffle(replay, random);
    FreshnessTally shuffled = new FreshnessTally(Sla.SKEW);
    replay.forEach(shuffled::add);

    for (int second = 0; second < 1600; second += 7) {
      assertThat(shuffled.newestAt(at("10:00").plusSeconds(second)))
          .isEqualTo(straight.newestAt(at("10:00").plusSeconds(second)));
    }
  }

  @Test
  void unknownMinutesAreReportedApartAndNeverGood() {
    ProbeTally probes = new ProbeTally();
    probes.add(at("10:00:10"), true);
    probes.add(at("10:01:10"), true);
    probes.add(at("10:01:40"), false);
    probes.add(at("10:02:05"), false);
    probes.add(at("10:02:45"), true);
    MinuteEvidence availability =
        MinuteEvidence.ofAvailability(
            Sla.share(Indicator.AVAILABILITY, 0.9), WINDOW, everyMinutes(1), probes);

    assertThat(probes.in(WINDOW)).isEqualTo(new ProbeTally.Minutes(1, 2, 17));
    assertThat(availability.score(at("10:20"))).isEqualTo(new Score(1, 20));
    assertThat(availability.breachSince(at("10:20"))).isEqualTo(Optional.of(at("10:02")));
  }

  private static MinuteEvidence freshness(ExpectedSlots slots, FreshnessTally tally) {
    return MinuteEvidence.ofFreshness(
        Sla.within(Indicator.FRESHNESS, Duration.ofMinutes(5), 0.9), WINDOW, slots, tally);
  }
}
