package io.nagare.edge.recording;

import java.time.Clock;

/** Lets time pass. */
interface Pacer {
  /** Waits until this wall-clock time, UTC milliseconds. */
  void waitUntil(long millis) throws InterruptedException;

  /** Waits in real time. */
  static Pacer of(Clock clock) {
    return until -> {
      for (long left = until - clock.millis(); left > 0; left = until - clock.millis()) {
        Thread.sleep(left);
      }
    };
  }
}
