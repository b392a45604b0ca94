package io.nagare.profiles.airtime;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of time on air.
 *
 * @param startMicros its beginning, in microseconds since 1970
 * @param airtimeMicros how long it lasts
 */
public record Transmission(long startMicros, long airtimeMicros) {

  /**
   * Validates the length.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Transmission {
    if (airtimeMicros < 0) {
      throw new IllegalArgumentException("airtimeMicros is " + airtimeMicros + "; use 0 or more");
    }
  }

  /** One that starts at an instant. */
  public static Transmission at(Instant start, long airtimeMicros) {
    return new Transmission(ChronoUnit.MICROS.between(Instant.EPOCH, start), airtimeMicros);
  }

  /** Its end. */
  public long endMicros() {
    return startMicros + airtimeMicros;
  }
}
