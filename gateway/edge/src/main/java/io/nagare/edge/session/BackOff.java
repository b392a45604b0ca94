package io.nagare.edge.session;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: twice as long each time, up to a limit, and scattered.
 *
 * <p>The scatter, half to the whole of the delay, keeps a site's gateways from coming back all at
 * once when their broker does.
 */
final class BackOff {
  private static final long FIRST_MILLIS = 500;
  private static final long LIMIT_MILLIS = 10_000;

  private final DoubleSupplier random;
  private int attempts;

  /** A back-off whose scatter comes from numbers of at least 0 and below 1. */
  BackOff(DoubleSupplier random) {
    this.random = random;
  }

  Duration next() {
    long whole = Math.min(LIMIT_MILLIS, FIRST_MILLIS << Math.min(attempts, 16));
    attempts++;
    return Duration.ofMillis(Math.round(whole * (0.5 + random.getAsDouble() / 2)));
  }

  void reset() {
    attempts = 0;
  }
}
