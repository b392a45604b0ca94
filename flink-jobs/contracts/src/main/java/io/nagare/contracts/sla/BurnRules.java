package io.nagare.contracts.sla;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * When the error budget is being spent too fast.
 *
 * <p>An alert needs the burn in a long and in a short window, so that it neither comes for a blip
 * nor stays after the end. Source: "The Site Reliability Workbook" (2018), chapter 5, multi-window,
 * multi-burn-rate alerts.
 */
public final class BurnRules {
  /** The pairs of windows, most urgent first. */
  public static final List<Pair> PAIRS =
      List.of(
          new Pair(Urgency.PAGE, 14.4, Duration.ofHours(1), Duration.ofMinutes(5)),
          new Pair(Urgency.PAGE, 6, Duration.ofHours(6), Duration.ofMinutes(30)),
          new Pair(Urgency.TICKET, 1, Duration.ofDays(3), Duration.ofHours(6)));

  // Burns are quotients of counts; 14.4 itself must count as reached.
  private static final double ROUNDING = 1e-9;

  private BurnRules() {}

  /** How soon somebody must look. */
  public enum Urgency {
    /** Now. */
    PAGE,
    /** On the next working day. */
    TICKET
  }

  /**
   * Two windows that must both burn.
   *
   * @param urgency of the alert
   * @param burn from which it is raised
   * @param longWindow shows that it matters
   * @param shortWindow shows that it goes on
   */
  public record Pair(Urgency urgency, double burn, Duration longWindow, Duration shortWindow) {}

  /**
   * A budget that is being spent too fast.
   *
   * @param objective its id
   * @param pair whose burn was reached
   * @param longBurn in the long window
   * @param bad ones in the long window
   */
  public record Alert(String objective, Pair pair, double longBurn, long bad) {}

  /**
   * The most urgent alert, if any.
   *
   * @param scores of the windows that end now, by their length
   * @param minimumBad bad ones that the long window needs: at a period of 10 minutes one missed
   *     slot is a burn of 16.7 on 99 %
   */
  public static Optional<Alert> alert(
      Objective objective, Function<Duration, Score> scores, long minimumBad) {
    for (Pair pair : PAIRS) {
      Score over = scores.apply(pair.longWindow());
      Score lately = scores.apply(pair.shortWindow());
      OptionalDouble burn = ErrorBudget.of(objective, over).burn();
      // Slow devices owe nothing in five minutes: that says neither that it goes on nor that it
      // ended.
      boolean goesOn = lately.total() == 0 || reached(objective, lately, pair);
      if (over.bad() >= minimumBad && reached(objective, over, pair) && goesOn) {
        return Optional.of(
            new Alert(objective.id(), pair, burn.orElse(Double.POSITIVE_INFINITY), over.bad()));
      }
    }
    return Optional.empty();
  }

  private static boolean reached(Objective objective, Score score, Pair pair) {
    OptionalDouble burn = ErrorBudget.of(objective, score).burn();
    // Where nothing may go wrong, anything that does burns without end.
    return burn.isPresent() ? burn.getAsDouble() >= pair.burn() - ROUNDING : score.bad() > 0;
  }
}
