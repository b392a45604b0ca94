package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * A valid reading that a consumer could read.
 *
 * @param device whose
 * @param eventTime when it was measured
 * @param readableAt the first moment a consumer could read it; from the store, so that a replay
 *     gives the same
 */
public record SlotArrival(String device, Instant eventTime, Instant readableAt) {

  /** How long it took; readings from the near future took nothing. */
  public Duration latency() {
    Duration latency = Duration.between(eventTime, readableAt);
    return latency.isNegative() ? Duration.ZERO : latency;
  }

  /** Whether its event time lies so far after its receipt that the clock must be wrong. */
  public boolean fromTheFuture(Duration skew) {
    return eventTime.isAfter(readableAt.plus(skew));
  }
}
