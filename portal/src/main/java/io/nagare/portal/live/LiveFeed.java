package io.nagare.portal.live;

/** Where live readings come from. */
public interface LiveFeed extends AutoCloseable {

  /** Begins to put readings into the map; returns at once and goes on by itself. */
  void start(LiveMap map);

  /** How the feed is doing. */
  FeedState state();

  /** Ends the feed. */
  @Override
  void close();
}
