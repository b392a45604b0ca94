package io.nagare.pipeline.tables;

import java.time.Instant;

/** The span of time that the readers of tables can show. */
final class Calendars {
  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

  private Calendars() {}

  static boolean holds(long millis) {
    return millis >= FIRST && millis <= LAST;
  }
}
