package io.nagare.pipeline.windows;

import static io.nagare.pipeline.reading.ReadingBuilder.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowRulesTest {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long SECOND = Duration.ofSeconds(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final WindowRules rules = rules(0);
  private final Window quarter = rules.windowOf(time("10:07:30"));

  @Test
  void alignsWindowsToTheClock() {
    assertThat(quarter).isEqualTo(new Window(time("10:00"), time("10:15")));
    assertThat(rules.windowOf(time("10:15"))).isEqualTo(new Window(time("10:15"), time("10:30")));
    assertThat(Window.of(-1, 1000)).isEqualTo(new Window(-1000, 0));
  }

  @Test
  void isDueWhenTheClockIsTheWaitPastTheEnd() {
    assertThat(rules.isDue(quarter, time("10:16:59"))).isFalse();
    assertThat(rules.isDue(quarter, time("10:17"))).isTrue();
    assertThat(rules.isDue(quarter, WindowRules.NEVER)).isFalse();
  }

  @Test
  void noticesAClockThatPassesAnEnd() {
    assertThat(rules.passesAnEnd(time("10:16:58"), time("10:16:59"))).isFalse();
    assertThat(rules.passesAnEnd(time("10:16:59"), time("10:17:00"))).isTrue();
    assertThat(rules.passesAnEnd(time("10:17:00"), time("10:00:00"))).isFalse();
    assertThat(rules.passesAnEnd(WindowRules.NEVER, time("10:17:00"))).isFalse();
  }

  @Test
  void isLateADayAfterTheEndByTheSourcesOwnClock() {
    assertThat(rules.isLate(quarter, time("10:15") + DAY - 1, true, WindowRules.NEVER)).isFalse();
    assertThat(rules.isLate(quarter, time("10:15") + DAY, true, WindowRules.NEVER)).isTrue();
    assertThat(rules.isLate(quarter, WindowRules.NEVER, false, WindowRules.NEVER)).isFalse();
  }

  @Test
  void isLateForAWindowThatWasClearedEvenForANewSource() {
    WindowRules joining = rules(60 * MINUTE);

    assertThat(joining.isLate(quarter, WindowRules.NEVER, false, quarter.endMillis())).isTrue();
    assertThat(joining.isLate(quarter, WindowRules.NEVER, true, quarter.endMillis())).isFalse();
    assertThat(joining.isLate(quarter, WindowRules.NEVER, false, quarter.endMillis() - 1))
        .isFalse();
  }

  @Test
  void gathersChangesOfAnIssuedWindowForAFewSeconds() {
    WindowProgress issued = WindowProgress.fresh().touched(1_000).issued().touched(5_000);

    assertThat(rules.deadline(quarter, issued.touched(9_000), false)).isEqualTo(10_000);
  }

  @Test
  void leavesAnOpenWindowAloneUntilItIsIdleAndOverByTheWallClock() {
    WindowProgress live = WindowProgress.fresh().touched(time("10:07"));
    WindowProgress replayed = WindowProgress.fresh().touched(time("10:07") + 365 * DAY);

    assertThat(rules.deadline(quarter, live, false)).isEqualTo(time("10:17"));
    assertThat(rules.deadline(quarter, replayed, false)).isEqualTo(time("10:07:30") + 365 * DAY);
  }

  @Test
  void clearsAWindowOnlyWhenNobodyMayChangeItAnyMore() {
    WindowProgress issued = WindowProgress.fresh().touched(0).issued();
    long after = quarter.endMillis() + DAY;

    assertThat(rules.isOver(quarter, issued, after, 0)).isTrue();
    assertThat(rules.isOver(quarter, issued, after - 1, 0)).isFalse();
    assertThat(rules.isOver(quarter, issued.touched(0), after, 0)).isFalse();
    assertThat(rules(60 * MINUTE).isOver(quarter, issued, after, 60 * MINUTE - 1)).isFalse();
    assertThat(rules(60 * MINUTE).isOver(quarter, issued, after, 60 * MINUTE)).isTrue();
  }

  private static WindowRules rules(long retainMillis) {
    return new WindowRules(
        new WindowSettings(15 * MINUTE, 2 * MINUTE, DAY, 30 * SECOND, 5 * SECOND, retainMillis));
  }
}
