package io.nagare.contracts.sla;

import static io.nagare.contracts.sla.Sla.DEADLINE;
import static io.nagare.contracts.sla.Sla.arrival;
import static io.nagare.contracts.sla.Sla.at;
import static io.nagare.contracts.sla.Sla.everyMinutes;
import static io.nagare.contracts.sla.Sla.fleet;
import static io.nagare.contracts.sla.Sla.span;
import static io.nagare.contracts.sla.Sla.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.contracts.sla.Expectation.Enrolment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotEvidenceTest {
  private static final ExpectedSlots SLOTS = everyMinutes(10);
  private static final Interval HOUR = span("10:00", "11:00");
  private static final Objective COMPLETE = Sla.share(Indicator.COMPLETENESS, 0.9);

  @Test
  void aSilentFleetOwesEverythingAndBreaksItsPromiseAtTheFirstDeadline() {
    SlotEvidence silent = completeness(fleet(3, SLOTS), tally(SLOTS));

    assertThat(silent.score(at("10:14:59"))).isEqualTo(Score.NOTHING);
    assertThat(silent.breachSince(at("10:14:59"))).isEmpty();
    assertThat(silent.score(at("10:15"))).isEqualTo(new Score(0, 3));
    assertThat(silent.breachSince(at("10:15"))).contains(at("10:15"));
    assertThat(silent.score(at("11:05"))).isEqualTo(new Score(0, 18));
  }

  /**
   * One device, ten minutes each: 10:00 in time, 10:10 missing, 10:20 late by one minute after its
   * deadline of 10:35, 10:30 twice, 10:40 at its deadline to the second, 10:50 in time.
   */
  @Test
  void agreesWithAGappedHourCountedByHand() {
    SlotEvidence gapped =
        completeness(
            fleet(1, SLOTS),
            tally(
                SLOTS,
                arrival("d1", "10:03", "10:03:30"),
                arrival("d1", "10:21", "10:36"),
                arrival("d1", "10:31", "10:31:10"),
                arrival("d1", "10:31", "10:50"),
                arrival("d1", "10:44", "10:55"),
                arrival("d1", "10:59:59", "11:00:10")));

    assertThat(gapped.timely(at("11:05"))).isEqualTo(new Score(4, 6));
    assertThat(gapped.score(at("11:05"))).isEqualTo(new Score(5, 6));
    assertThat(gapped.breachSince(at("11:05"))).contains(at("10:25"));
    assertThat(Incident.in(gapped.moments(at("11:05"))))
        .containsExactly(
            new Incident(
                at("10:25"), Optional.empty(), Optional.empty(), Optional.of(at("10:45"))));
  }

  @Test
  void oneReadingPerSlotCountsHoweverManyCome() {
    SlotEvidence loud =
        completeness(
            fleet(1, SLOTS),
            tally(
                SLOTS,
                arrival("d1", "10:01", "10:01"),
                arrival("d1", "10:02", "10:02"),
                arrival("d1", "10:03", "10:03")));

    assertThat(loud.score(at("11:05"))).isEqualTo(new Score(1, 6));
  }

  @Test
  void readingsOfUnknownDevicesAndFromOtherHoursDoNotCount() {
    SlotEvidence strange =
        completeness(
            fleet(1, SLOTS),
            tally(SLOTS, arrival("stranger", "10:01", "10:01"), arrival("d1", "09:59", "10:01")));

    assertThat(strange.score(at("11:05"))).isEqualTo(new Score(0, 6));
  }

  @Test
  void aReadingFromTheFutureIsNotTaken() {
    DeliveryTally tally = new DeliveryTally(SLOTS, Duration.ofMinutes(1));

    assertThat(tally.add(arrival("d1", "10:50", "10:01"))).isFalse();
    assertThat(tally.add(arrival("d1", "10:01:30", "10:01"))).isTrue();
  }

  @Test
  void aDeviceOwesOnlyFromItsEnrolmentToItsRemoval() {
    Expectation part =
        new Expectation(
            SLOTS,
            List.of(
                new Enrolment("whole", Instant.EPOCH, Optional.empty()),
                new Enrolment("newcomer", at("10:25"), Optional.empty()),
                new Enrolment("gone", Instant.EPOCH, Optional.of(at("10:20")))));

    assertThat(part.count(HOUR)).isEqualTo(6 + 3 + 2);
    assertThat(part.devicesAt(at("10:20"))).isEqualTo(1);
    assertThat(completeness(part, tally(SLOTS)).score(at("11:05"))).isEqualTo(new Score(0, 11));
  }

  @Test
  void missingSlotsMakeThePercentileWorseNotBetter() {
    Objective latency = Sla.within(Indicator.LATENCY, Duration.ofMinutes(1), 0.5);
    DeliveryTally half =
        tally(
            SLOTS,
            arrival("d1", "10:05", "10:05:10"),
            arrival("d1", "10:15", "10:15:20"),
            arrival("d1", "10:25", "10:27"));
    SlotEvidence evidence = SlotEvidence.ofLatency(latency, HOUR, fleet(1, SLOTS), DEADLINE, half);

    // Six are due: 10 s, 20 s, 120 s and three that never came.
    assertThat(evidence.percentile(16, at("11:05"))).contains(Duration.ofSeconds(10));
    assertThat(evidence.percentile(50, at("11:05"))).contains(Duration.ofMinutes(2));
    assertThat(evidence.percentile(51, at("11:05"))).isEmpty();
    assertThat(evidence.score(at("11:05"))).isEqualTo(new Score(2, 6));
  }

  @Test
  void latencyIsJudgedOnlyWhenItsThresholdHasPassed() {
    Objective slow = Sla.within(Indicator.LATENCY, Duration.ofMinutes(30), 0.9);
    DeliveryTally tally = tally(SLOTS, arrival("d1", "10:09", "10:38"));
    SlotEvidence evidence = SlotEvidence.ofLatency(slow, HOUR, fleet(1, SLOTS), DEADLINE, tally);

    assertThat(evidence.score(at("10:39"))).isEqualTo(Score.NOTHING);
    assertThat(evidence.timely(at("10:40"))).isEqualTo(new Score(1, 1));
  }

  private static SlotEvidence completeness(Expectation expectation, DeliveryTally tally) {
    return SlotEvidence.ofCompleteness(COMPLETE, HOUR, expectation, DEADLINE, tally);
  }
}
