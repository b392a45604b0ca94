package io.nagare.contracts.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.retention.Holding.Store;
import io.nagare.contracts.retention.RetentionPlan.Action;
import io.nagare.contracts.retention.RetentionPlan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetentionPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final Duration DAILY = Duration.ofDays(1);
  private static final RetentionTerms TERMS =
      new RetentionTerms("set", "1.0.0", Duration.ofDays(30), Optional.of(Duration.ofDays(60)));

  @Test
  void takesTheTermsFromTheContract() {
    RetentionTerms terms =
        RetentionTerms.of(ContractLibrary.builtIn().find("equipment-health-1min").orElseThrow());

    assertThat(terms.least()).isEqualTo(Duration.ofDays(365));
    assertThat(terms.most()).contains(Duration.ofDays(1096));
  }

  @Test
  void dropsWhatReachesItsMaximumBeforeTheNextRun() {
    Holding old = holding(Store.TABLE, 70, 61);

    assertThat(plan(old).steps())
        .extracting(Step::holding, Step::action, Step::dueAt)
        .containsExactly(tuple(old, Action.DROP, NOW.minus(Duration.ofDays(10))));
    assertThat(plan(old).steps().get(0).overdue(NOW)).isTrue();
  }

  @Test
  void leavesWhatCanStayUntilTheNextRun() {
    assertThat(plan(holding(Store.TABLE, 58, 10)).steps()).isEmpty();
    assertThat(
            RetentionPlan.of(NOW, DAILY, Map.of(), List.of(holding(Store.TABLE, 900, 800))).steps())
        .isEmpty();
  }

  @Test
  void cutsAFileThatIsPartlyTooOld() {
    Step step = plan(holding(Store.TABLE, 70, 10)).steps().get(0);

    assertThat(step.action()).isEqualTo(Action.CUT);
    assertThat(step.before()).isEqualTo(NOW.minus(Duration.ofDays(59)));
  }

  @Test
  void anExportThatCannotBeCutGoesWholeAndTheLossOfPromisedDataIsSaid() {
    RetentionPlan plan = plan(holding(Store.EXPORT, 60, 10));

    assertThat(plan.steps()).extracting(Step::action).containsExactly(Action.DROP);
    assertThat(plan.conflicts())
        .extracting(RetentionPlan.Conflict::promisedUntil)
        .containsExactly(NOW.plus(Duration.ofDays(20)));
  }

  @Test
  void removesWhatIsNearestToTheReaderFirst() {
    RetentionPlan plan =
        plan(
            holding(Store.SPOOL, 70, 61),
            holding(Store.TABLE, 70, 61),
            holding(Store.EXPORT, 70, 61));

    assertThat(plan.steps())
        .extracting(step -> step.holding().store())
        .containsExactly(Store.EXPORT, Store.TABLE, Store.SPOOL);
  }

  @Property
  void afterARunNothingOutlivesItsMaximumAndNothingPromisedIsGone(
      @ForAll @IntRange(min = 0, max = 120) int oldestDays,
      @ForAll @IntRange(min = 0, max = 120) int length,
      @ForAll @IntRange(min = 1, max = 45) int runEveryDays,
      @ForAll Store store) {
    Holding holding = holding(store, oldestDays, Math.max(0, oldestDays - length));
    Duration untilNext = Duration.ofDays(runEveryDays);

    RetentionPlan plan = RetentionPlan.of(NOW, untilNext, Map.of("set", TERMS), List.of(holding));

    Instant removedBefore = plan.steps().isEmpty() ? Instant.MIN : plan.steps().get(0).before();
    Instant oldestLeft = holding.oldest().isAfter(removedBefore) ? holding.oldest() : removedBefore;
    boolean anythingLeft = !holding.newest().isBefore(removedBefore);
    if (anythingLeft && runEveryDays <= 30) {
      assertThat(oldestLeft.plus(TERMS.most().orElseThrow())).isAfterOrEqualTo(NOW.plus(untilNext));
    }
    if (plan.conflicts().isEmpty() && !plan.steps().isEmpty()) {
      Instant lastGone = removedBefore.minusMillis(1);
      Instant newestGone = anythingLeft ? lastGone : holding.newest();
      assertThat(newestGone.plus(TERMS.least())).isBeforeOrEqualTo(NOW);
    }
  }

  @Test
  void aProofThatIsLeftOutOrChangedShows() {
    List<String> lines = new ArrayList<>();
    String previous = RetentionProof.FIRST;
    for (int day = 61; day < 64; day++) {
      Step step = plan(holding(Store.TABLE, day + 9, day)).steps().get(0);
      String line = RetentionProof.of(step, 1000, 4096, NOW, NOW.plusSeconds(60), previous).line();
      lines.add(line);
      previous = RetentionProof.hash(line);
    }

    assertThat(lines.get(0))
        .contains("\"action\":\"drop\"", "\"most\":\"PT1440H\"", "\"rows\":1000");
    assertThat(RetentionProof.unbroken(lines)).isTrue();
    assertThat(RetentionProof.unbroken(List.of(lines.get(0), lines.get(2)))).isFalse();
    assertThat(
            RetentionProof.unbroken(
                List.of(lines.get(0).replace("1000", "999"), lines.get(1), lines.get(2))))
        .isFalse();
  }

  private static RetentionPlan plan(Holding... holdings) {
    return RetentionPlan.of(NOW, DAILY, Map.of("set", TERMS), List.of(holdings));
  }

  private static Holding holding(Store store, int oldestDays, int newestDays) {
    return new Holding(
        "set",
        store,
        "part-1",
        NOW.minus(Duration.ofDays(oldestDays)),
        NOW.minus(Duration.ofDays(newestDays)),
        1000,
        4096);
  }
}
