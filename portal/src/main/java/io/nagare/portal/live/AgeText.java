package io.nagare.portal.live;

import io.nagare.portal.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long ago something was, in words: "2 min ago", 「2分前」. {@code age.js} says the same. */
public final class AgeText {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** From this many days on, months are told; from this many months on, years. */
  private static final long MONTHS_FROM_DAYS = 60;

  private static final long YEARS_FROM_MONTHS = 24;

  /** Mean length of a month and a year of the Gregorian calendar, in days. */
  private static final double MONTH_DAYS = 30.436875;

  private static final double YEAR_DAYS = 365.2425;

  private AgeText() {}

  /** The age of an event; a text of its own when there was none, or its clock is ahead. */
  public static String of(Optional<Instant> event, Instant now, Messages messages) {
    if (event.isEmpty()) {
      return messages.text("age.never");
    }
    Duration age = Duration.between(event.get(), now);
    if (age.compareTo(FreshnessRules.CLOCK_SKEW.negated()) < 0) {
      return messages.text("age.ahead");
    }
    return past(Math.max(0, age.toMillis() / 1000), messages);
  }

  private static String past(long seconds, Messages messages) {
    if (seconds < MINUTE) {
      return messages.text("age.seconds", seconds);
    }
    if (seconds < HOUR) {
      return messages.text("age.minutes", seconds / MINUTE);
    }
    if (seconds < DAY) {
      return messages.text("age.hours", seconds / HOUR);
    }
    long days = seconds / DAY;
    if (days < MONTHS_FROM_DAYS) {
      return messages.text(days == 1 ? "age.day" : "age.days", days);
    }
    long months = (long) (days / MONTH_DAYS);
    return months < YEARS_FROM_MONTHS
        ? messages.text("age.months", months)
        : messages.text("age.years", (long) (days / YEAR_DAYS));
  }
}
