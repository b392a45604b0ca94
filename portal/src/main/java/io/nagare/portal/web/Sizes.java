package io.nagare.portal.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sizes and times as people read them, the same in both languages. */
public final class Sizes {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Sizes() {}

  /** A number of bytes in steps of 1,000, such as {@code 1.2 MB}. */
  public static String text(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 999.5 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    String number =
        unit == 0 || size >= 99.95
            ? String.format(Locale.ROOT, "%.0f", size)
            : String.format(Locale.ROOT, "%.1f", size);
    return number + " " + UNITS[unit];
  }

  /** A time to the second, in UTC. */
  public static String time(Instant time) {
    return TIME.format(time);
  }
}
