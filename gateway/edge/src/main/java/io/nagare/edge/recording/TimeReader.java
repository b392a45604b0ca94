package io.nagare.edge.recording;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Reads the times of a recording by the first of its patterns that fits.
 *
 * <p>Days that a month does not have are not readable. A local time that a change of the clocks
 * skips counts as the time after it, one that occurs twice as the earlier.
 */
public final class TimeReader {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[ ][XXX][XX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2021, 11, 23, 13, 45, 56, 0, ZoneOffset.UTC);

  private final List<Form> forms;
  private final ZoneId zone;

  private TimeReader(List<Form> forms, ZoneId zone) {
    this.forms = forms;
    this.zone = zone;
  }

  /** One way of writing a time. */
  private interface Form {
    Instant read(String text, ZoneId zone);
  }

  /**
   * A reader of these patterns.
   *
   * @param patterns {@code iso}, {@code epoch-seconds}, {@code epoch-millis}, or letters as in
   *     {@link DateTimeFormatter}; at least one
   * @param zone of times that say none
   * @throws IllegalArgumentException if a pattern cannot be used; the message says why
   */
  public static TimeReader of(List<String> patterns, ZoneId zone) {
    List<Form> forms = new ArrayList<>();
    for (String pattern : patterns) {
      forms.add(
          switch (pattern) {
            case "iso" -> (text, in) -> instant(ISO.parse(text), in);
            case "epoch-seconds" -> (text, in) -> epoch(text, 3);
            case "epoch-millis" -> (text, in) -> epoch(text, 0);
            default -> form(pattern);
          });
    }
    return new TimeReader(forms, zone);
  }

  /** The time that a text says, in UTC milliseconds; empty if no pattern fits. */
  public OptionalLong read(String text) {
    for (Form form : forms) {
      try {
        return OptionalLong.of(form.read(text, zone).toEpochMilli());
      } catch (DateTimeException | ArithmeticException | NumberFormatException doesNotFit) {
        // The next pattern may fit.
      }
    }
    return OptionalLong.empty();
  }

  private static Form form(String pattern) {
    String letters = pattern.replaceAll("'[^']*'", "");
    if (letters.contains("Y") || letters.contains("D")) {
      throw new IllegalArgumentException(
          "Y is the year of the week and D the day of the year; use yyyy and dd");
    }
    // Year of era needs an era to be strict; without one the proleptic year is meant.
    String strict = letters.contains("G") ? pattern : yearsWithoutEra(pattern);
    DateTimeFormatter formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(strict)
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);
    try {
      TemporalAccessor sample = formatter.parse(formatter.format(SAMPLE));
      if (!SAMPLE.toLocalDate().equals(LocalDate.from(sample))
          || (letters.matches(".*[HhKk].*") && sample.query(TemporalQueries.localTime()) == null)) {
        throw new DateTimeException("incomplete");
      }
    } catch (DateTimeException incomplete) {
      throw new IllegalArgumentException(
          "the pattern must say year, month and day, and HH or hh with a for the hour", incomplete);
    }
    return (text, zone) -> instant(formatter.parse(text), zone);
  }

  private static String yearsWithoutEra(String pattern) {
    StringBuilder result = new StringBuilder(pattern.length());
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      result.append(c == 'y' && !quoted ? 'u' : c);
    }
    return result.toString();
  }

  private static Instant epoch(String text, int decimals) {
    return Instant.ofEpochMilli(
        new BigDecimal(text).movePointRight(decimals).toBigInteger().longValueExact());
  }

  private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(parsed);
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    return LocalDateTime.of(LocalDate.from(parsed), time == null ? LocalTime.MIDNIGHT : time)
        .atZone(zone)
        .toInstant();
  }
}
