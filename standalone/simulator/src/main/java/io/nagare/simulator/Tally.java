package io.nagare.simulator;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What became of one device's reports.
 *
 * @param accepted reports that the gateway confirmed
 * @param refused reports that the gateway refused for good
 * @param lastAcceptedAt event time of the last one confirmed, UTC milliseconds; 0 before the first
 */
record Tally(AtomicLong accepted, AtomicLong refused, AtomicLong lastAcceptedAt) {
  static Tally zero() {
    return new Tally(new AtomicLong(), new AtomicLong(), new AtomicLong());
  }
}
