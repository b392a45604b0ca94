package io.nagare.portal.live;

import java.time.Instant;

/** A live feed that a test feeds by hand. */
public final class HandFeed implements LiveFeed {
  private volatile LiveMap map = new LiveMap();
  private volatile FeedState state =
      new FeedState(FeedState.Phase.LIVE, Instant.EPOCH, "fed by hand");

  /** Delivers a reading. */
  public void deliver(LiveReading reading) {
    map.put(reading);
  }

  /** Says how the feed is doing. */
  public void enter(FeedState.Phase phase) {
    state = new FeedState(phase, Instant.EPOCH, "fed by hand");
  }

  @Override
  public void start(LiveMap target) {
    map = target;
  }

  @Override
  public FeedState state() {
    return state;
  }

  @Override
  public void close() {}
}
