package io.nagare.contracts.sla;

import static io.nagare.contracts.sla.Sla.DEADLINE;
import static io.nagare.contracts.sla.Sla.LATENESS;
import static io.nagare.contracts.sla.Sla.arrival;
import static io.nagare.contracts.sla.Sla.at;
import static io.nagare.contracts.sla.Sla.everyMinutes;
import static io.nagare.contracts.sla.Sla.fleet;
import static io.nagare.contracts.sla.Sla.span;
import static io.nagare.contracts.sla.Sla.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class VerdictRulesTest {
  private static final ExpectedSlots SLOTS = everyMinutes(10);
  private static final Interval HOUR = span("10:00", "11:00");
  private static final Expectation FLEET = fleet(2, SLOTS);
  private static final Objective COMPLETE = Sla.share(Indicator.COMPLETENESS, 0.9);
  private static final VerdictRules RULES = new VerdictRules("set", "completeness", HOUR, LATENESS);
  private static final Instant FINAL_AT = at("17:00");

  @Test
  void saysNothingWhileNothingIsDue() {
    assertThat(RULES.at(at("10:14"), evidence(tally(SLOTS)))).isEmpty();
  }

  @Test
  void goesFromProvisionalToFinalToCorrected() {
    DeliveryTally tally =
        tally(
            SLOTS,
            arrival("d1", "10:05", "10:06"),
            arrival("d1", "10:15", "12:00"),
            arrival("d1", "10:25", "18:20"),
            arrival("d2", "10:25", "18:40"),
            arrival("d2", "10:35", "20:10"));

    Verdict provisional = RULES.at(at("10:16"), evidence(tally)).orElseThrow();
    List<Verdict> settled = RULES.settled(at("23:00"), evidence(tally));

    assertThat(provisional.state()).isEqualTo(Verdict.State.PROVISIONAL);
    assertThat(provisional.score()).isEqualTo(new Score(1, 2));
    assertThat(provisional.breachSince()).contains(at("10:15"));
    assertThat(settled)
        .extracting(
            Verdict::state, Verdict::revision, Verdict::asOf, Verdict::good, Verdict::timely)
        .containsExactly(
            tuple(Verdict.State.FINAL, 1, FINAL_AT, 2L, 1L),
            tuple(Verdict.State.CORRECTED, 2, at("19:00"), 4L, 1L),
            tuple(Verdict.State.CORRECTED, 3, at("21:00"), 5L, 1L));
    assertThat(settled).allMatch(verdict -> verdict.breachSince().equals(Optional.of(at("10:15"))));
  }

  @Property
  void replaysInAnyOrderWithRepeatsGiveTheIdenticalVerdicts(
      @ForAll("deliveries") List<SlotArrival> arrivals, @ForAll Random random) {
    List<SlotArrival> replay = new ArrayList<>(arrivals);
    arrivals.stream().filter(arrival -> random.nextBoolean()).forEach(replay::add);
    Collections.shuffle(replay, random);
    DeliveryTally oneHalf = new DeliveryTally(SLOTS, Sla.SKEW);
    DeliveryTally otherHalf = new DeliveryTally(SLOTS, Sla.SKEW);
    replay.forEach(arrival -> (random.nextBoolean() ? oneHalf : otherHalf).add(arrival));
    otherHalf.addAll(oneHalf);
    DeliveryTally straight = new DeliveryTally(SLOTS, Sla.SKEW);
    arrivals.forEach(straight::add);

    Instant late = at("23:59");

    assertThat(RULES.settled(late, evidence(otherHalf)))
        .isEqualTo(RULES.settled(late, evidence(straight)));
  }

  @Property
  void lateDataMayRaiseTheScoreButNeverTouchesWhatWasInTimeNorABreach(
      @ForAll("deliveries") List<SlotArrival> arrivals,
      @ForAll("deliveries") List<SlotArrival> more) {
    DeliveryTally early = new DeliveryTally(SLOTS, Sla.SKEW);
    arrivals.forEach(early::add);
    DeliveryTally withLate = new DeliveryTally(SLOTS, Sla.SKEW);
    withLate.addAll(early);
    more.stream()
        .filter(arrival -> arrival.readableAt().isAfter(lastDeadline(arrival)))
        .forEach(withLate::add);

    Verdict before = RULES.settled(at("23:59"), evidence(early)).get(0);
    Verdict after = RULES.settled(at("23:59"), evidence(withLate)).get(0);

    assertThat(after.good()).isGreaterThanOrEqualTo(before.good());
    assertThat(after.timely()).isEqualTo(before.timely());
    assertThat(after.breachSince()).isEqualTo(before.breachSince());
  }

  @Property
  void aBreachThatWasIssuedStaysInEverythingIssuedLater(
      @ForAll("deliveries") List<SlotArrival> arrivals, @ForAll Random random) {
    VerdictLog log = VerdictLog.EMPTY;
    DeliveryTally seen = new DeliveryTally(SLOTS, Sla.SKEW);
    List<SlotArrival> shuffled = new ArrayList<>(arrivals);
    Collections.shuffle(shuffled, random);
    Instant now = at("10:00");
    for (SlotArrival arrival : shuffled) {
      seen.add(arrival);
      now = now.plusSeconds(60L * random.nextInt(60));
      Optional<Verdict> found = RULES.at(now, evidence(seen));
      VerdictLog next = found.isPresent() ? log.accept(found.get()) : log;

      assertThat(next.issued().subList(0, log.issued().size())).isEqualTo(log.issued());
      log = next;
    }

    Optional<Instant> breach = Optional.empty();
    Verdict.State state = Verdict.State.PROVISIONAL;
    int revision = 0;
    for (Verdict issued : log.issued()) {
      if (breach.isPresent()) {
        assertThat(issued.breachSince()).isPresent();
        assertThat(issued.breachSince().get()).isBeforeOrEqualTo(breach.get());
      }
      assertThat(issued.state()).isGreaterThanOrEqualTo(state);
      assertThat(issued.revision()).isGreaterThanOrEqualTo(revision);
      breach = issued.breachSince();
      state = issued.state();
      revision = issued.revision();
    }
  }

  @Test
  void theSameVerdictIsIssuedOnce() {
    Verdict first = RULES.at(at("10:20"), evidence(tally(SLOTS))).orElseThrow();
    VerdictLog log = VerdictLog.EMPTY.accept(first).accept(first);

    assertThat(log.issued()).containsExactly(first);
  }

  @Test
  void aSettledVerdictThatSaysSomethingElseBecomesACorrection() {
    Verdict silent = RULES.settled(FINAL_AT, evidence(tally(SLOTS))).get(0);
    Verdict other =
        RULES.settled(FINAL_AT, evidence(tally(SLOTS, arrival("d1", "10:05", "10:06")))).get(0);

    VerdictLog log = VerdictLog.EMPTY.accept(silent).accept(other);

    assertThat(log.issued())
        .extracting(Verdict::state)
        .containsExactly(Verdict.State.FINAL, Verdict.State.CORRECTED);
    assertThat(log.issued()).extracting(Verdict::revision).containsExactly(1, 2);
    assertThat(log.accept(RULES.at(at("12:00"), evidence(tally(SLOTS))).orElseThrow()))
        .isSameAs(log);
  }

  @Provide
  Arbitrary<List<SlotArrival>> deliveries() {
    Arbitrary<Instant> eventTimes =
        Arbitraries.integers().between(0, 3599).map(second -> at("10:00").plusSeconds(second));
    Arbitrary<Integer> delays =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.integers().between(0, 400)),
            Tuple.of(2, Arbitraries.integers().between(400, 20_000)),
            Tuple.of(1, Arbitraries.integers().between(20_000, 40_000)));
    return Combinators.combine(Arbitraries.of("d1", "d2", "stranger"), eventTimes, delays)
        .as((device, event, delay) -> new SlotArrival(device, event, event.plusSeconds(delay)))
        .list()
        .ofMaxSize(40);
  }

  private static Instant lastDeadline(SlotArrival arrival) {
    return SLOTS.endOf(SLOTS.slotOf(arrival.eventTime())).plus(DEADLINE);
  }

  private static Evidence evidence(DeliveryTally tally) {
    return SlotEvidence.ofCompleteness(COMPLETE, HOUR, FLEET, DEADLINE, tally);
  }
}
