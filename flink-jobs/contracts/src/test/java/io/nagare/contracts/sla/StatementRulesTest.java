package io.nagare.contracts.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.contracts.page.StatementPage;
import io.nagare.profiles.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StatementRulesTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final Instant START = NOVEMBER.atDay(1).atStartOfDay(TOKYO).toInstant();
  private static final Instant AFTER = Instant.parse("2026-12-10T00:00:00Z");
  private static final Objective COMPLETE = Sla.share(Indicator.COMPLETENESS, 0.99);
  private static final Objective AVAILABLE = Sla.share(Indicator.AVAILABILITY, 0.995);
  private static final Objective DECLARED_ONLY =
      new Objective(
          "throughput",
          "throughput",
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty(),
          "100 rows/s");
  private static final Promise PROMISE =
      new Promise(
          List.of(COMPLETE, AVAILABLE, DECLARED_ONLY),
          Promise.DEFAULT_DEADLINE,
          Promise.DEFAULT_LATENESS,
          Promise.DEFAULT_SKEW,
          Promise.DEFAULT_WINDOW,
          Optional.empty(),
          ActiveCalendar.always(),
          Duration.ofDays(3),
          List.of(),
          Promise.DEFAULT_MINIMUM_BAD,
          Optional.empty(),
          List.of(),
          new Remedy(
              List.of(
                  new Remedy.Credit("completeness", 99, 10),
                  new Remedy.Credit("completeness", 95, 25),
                  new Remedy.Credit("availability", 99.5, 30)),
              40,
              Optional.empty()));

  @Test
  void creditsWhatTheMonthMissedByTimelyValues() {
    // 100 + 100 due; in time 100 + 88 = 94 %, with late data 99.5 %.
    Statement statement =
        statement(
            List.of(
                verdict("completeness", 0, 1, 100, 100, 100),
                verdict("completeness", 1, 1, 99, 88, 100)),
            "120000");

    Statement.Line line = statement.lines().get(0);
    assertThat(line.outcome()).isEqualTo(Statement.Outcome.MISSED);
    assertThat(line.timely()).isEqualTo(new Score(188, 200));
    assertThat(line.withLate()).isEqualTo(new Score(199, 200));
    assertThat(line.creditPercent()).isEqualTo(25);
    assertThat(statement.credit().map(Money::text)).contains("30000 JPY");
    assertThat(statement.settled()).isTrue();
  }

  @Test
  void neverGivesBackMoreThanTheCap() {
    Statement statement =
        statement(
            List.of(
                verdict("completeness", 0, 1, 0, 0, 100), verdict("availability", 0, 1, 0, 0, 60)),
            "999");

    assertThat(statement.creditPercent()).isEqualTo(40);
    // 399.6 yen; yen have no decimals.
    assertThat(statement.credit().map(Money::text)).contains("400 JPY");
  }

  @Test
  void showsWhatNothingMeasuredAsUnmeasuredNeverAsKept() {
    Statement statement =
        statement(List.of(verdict("completeness", 0, 1, 100, 100, 100)), "120000");

    assertThat(statement.lines())
        .extracting(Statement.Line::outcome)
        .containsExactly(
            Statement.Outcome.KEPT, Statement.Outcome.UNMEASURED, Statement.Outcome.UNMEASURED);
    assertThat(statement.creditPercent()).isZero();
    assertThat(StatementPage.of(statement, PROMISE, "en").markdown())
        .contains("throughput 100 rows/s | unmeasured");
    assertThat(StatementPage.of(statement, PROMISE, "ja").html()).contains("測定なし");
  }

  @Test
  void aCorrectionTakesThePlaceOfTheFinalVerdict() {
    Statement statement =
        statement(
            List.of(
                verdict("completeness", 0, 2, 99, 90, 100),
                verdict("completeness", 0, 1, 95, 90, 100)),
            "1");

    assertThat(statement.lines().get(0).withLate()).isEqualTo(new Score(99, 100));
    assertThat(statement.lines().get(0).timely()).isEqualTo(new Score(90, 100));
  }

  @Test
  void listsMaintenanceThatExcusedApartFromWhatCameTooLate() {
    MaintenanceWindow early = maintenance(10, Duration.ofDays(5));
    MaintenanceWindow late = maintenance(12, Duration.ofDays(1));

    Statement statement =
        new StatementRules("set", "1.0.0", PROMISE)
            .statement(
                "acme", NOVEMBER, TOKYO, AFTER, List.of(), List.of(early, late), Optional.empty());

    assertThat(statement.exclusions()).containsExactly(early);
    assertThat(statement.refused()).containsExactly(late);
  }

  @Property
  void theOrderOfVerdictsDoesNotMatter(@ForAll Random random) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int hour = 0; hour < 20; hour++) {
      for (int revision = 0; revision < 3; revision++) {
        long timely = random.nextInt(100);
        verdicts.add(verdict("completeness", hour, revision, timely, timely, 100));
      }
    }
    Statement straight = statement(verdicts, "1000");
    Collections.shuffle(verdicts, random);

    assertThat(statement(verdicts, "1000")).isEqualTo(straight);
  }

  private static Statement statement(List<Verdict> verdicts, String fee) {
    return new StatementRules("set", "1.0.0", PROMISE)
        .statement(
            "acme", NOVEMBER, TOKYO, AFTER, verdicts, List.of(), Optional.of(Money.of(fee, "JPY")));
  }

  private static Verdict verdict(
      String objective, int hour, int revision, long good, long timely, long total) {
    Instant start = START.plus(Duration.ofHours(hour));
    return new Verdict(
        "set",
        objective,
        new Interval(start, start.plus(Duration.ofHours(1))),
        revision,
        start.plus(Duration.ofDays(1 + revision)),
        good,
        timely,
        total,
        revision == 0
            ? Verdict.State.PROVISIONAL
            : revision == 1 ? Verdict.State.FINAL : Verdict.State.CORRECTED,
        Optional.empty());
  }

  private static MaintenanceWindow maintenance(int day, Duration notice) {
    Instant start = START.plus(Duration.ofDays(day));
    return new MaintenanceWindow(
        new Interval(start, start.plus(Duration.ofHours(2))),
        start.minus(notice),
        new LocalizedText("upgrade", "更新"));
  }
}
