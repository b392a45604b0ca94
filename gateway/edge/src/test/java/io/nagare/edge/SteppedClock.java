package io.nagare.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves only when it is told to. */
public final class SteppedClock extends Clock {
  private volatile Instant now;

  public SteppedClock(String now) {
    this.now = Instant.parse(now);
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  public void moveTo(long millis) {
    now = Instant.ofEpochMilli(millis);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the tests ask for instants only");
  }
}
