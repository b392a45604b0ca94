package io.nagare.portal.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of a result as text, the same in every format. */
public final class Values {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Values() {}

  /** The text of a value: times in UTC with milliseconds, or microseconds where there are any. */
  public static String text(Object value) {
    if (value instanceof OffsetDateTime time) {
      return instant(time.toInstant());
    }
    if (value instanceof LocalDateTime time) {
      String text = instant(time.toInstant(ZoneOffset.UTC));
      return text.substring(0, text.length() - 1);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Blob blob) {
      return hex(blob);
    }
    if (value instanceof Array array) {
      return elements(array);
    }
    return value.toString();
  }

  /** Whether JSON holds the value as a number. */
  static boolean isNumber(@Nullable Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }

  private static String instant(Instant time) {
    return time.getNano() % 1_000_000 == 0 ? INSTANT.format(time) : MICROS.format(time);
  }

  private static String hex(Blob blob) {
    try {
      return HexFormat.of().formatHex(blob.getBytes(1, Math.toIntExact(blob.length())));
    } catch (SQLException unreadable) {
      throw new IllegalStateException("bytes that the engine gave cannot be read", unreadable);
    }
  }

  private static String elements(Array array) {
    try {
      Object elements = array.getArray();
      return elements instanceof Object[] objects ? Arrays.deepToString(objects) : array.toString();
    } catch (SQLException unreadable) {
      throw new IllegalStateException("a list that the engine gave cannot be read", unreadable);
    }
  }
}
