package io.nagare.contracts.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BurnRulesTest {
  private static final Objective NINETY_NINE = Sla.share(Indicator.COMPLETENESS, 0.99);

  @Test
  void oneMissedSlotOfASlowDeviceBurnsFastAndPagesNobody() {
    Score hour = new Score(5, 6);

    assertThat(ErrorBudget.of(NINETY_NINE, hour).burn().orElseThrow()).isBetween(16.6, 16.7);
    assertThat(alert(hour, Score.NOTHING, hour, hour, hour)).isEmpty();
  }

  @Test
  void aSilentSlowDevicePagesOnceEnoughSlotsAreMissed() {
    Score silent = new Score(3, 6);

    assertThat(alert(silent, Score.NOTHING, silent, silent, silent))
        .map(alert -> alert.pair().longWindow())
        .contains(Duration.ofHours(1));
  }

  @Test
  void pagesAtABurnOf14Point4InOneHourAndFiveMinutes() {
    Score exactly = new Score(8560, 10_000);

    assertThat(alert(exactly, exactly, Score.NOTHING, Score.NOTHING, Score.NOTHING))
        .map(alert -> alert.pair().urgency())
        .contains(BurnRules.Urgency.PAGE);
  }

  @Test
  void doesNotPageForWhatIsOver() {
    Score bad = new Score(500, 1000);
    Score fine = new Score(100, 100);

    assertThat(alert(bad, fine, bad, fine, fine)).isEmpty();
  }

  @Test
  void opensATicketForASlowBurn() {
    Score slow = new Score(9800, 10_000);

    assertThat(alert(slow, slow, slow, slow, slow))
        .map(alert -> alert.pair().urgency())
        .contains(BurnRules.Urgency.TICKET);
  }

  @Test
  void aBudgetThatIsUsedUpHasNothingLeft() {
    ErrorBudget budget = ErrorBudget.of(NINETY_NINE, new Score(980, 1000));

    assertThat(budget.allowed()).isBetween(9.999, 10.001);
    assertThat(budget.spent()).isEqualTo(20);
    assertThat(budget.remaining().orElseThrow()).isBetween(-1.001, -0.999);
    assertThat(ErrorBudget.of(NINETY_NINE, Score.NOTHING).burn()).isEmpty();
  }

  private static Optional<BurnRules.Alert> alert(
      Score hour, Score minutes5, Score hours6, Score minutes30, Score days3) {
    Map<Duration, Score> scores =
        Map.of(
            Duration.ofHours(1), hour,
            Duration.ofMinutes(5), minutes5,
            Duration.ofHours(6), hours6,
            Duration.ofMinutes(30), minutes30,
            Duration.ofDays(3), days3);
    return BurnRules.alert(
        NINETY_NINE,
        window -> scores.getOrDefault(window, Score.NOTHING),
        Promise.DEFAULT_MINIMUM_BAD);
  }
}
