package io.nagare.portal.live;

import java.time.Instant;
import java.util.Locale;

/**
 * How a live feed is doing.
 *
 * @param phase what it does now
 * @param since when this phase began
 * @param detail one line for an operator; may be empty
 */
public record FeedState(Phase phase, Instant since, String detail) {

  /** What a feed does. */
  public enum Phase {
    /** Not connected yet, or no longer; it keeps trying. */
    WAITING,
    /** Connected, but nothing was ever written where it reads. */
    NO_TOPIC,
    /** Reading what was written before it came. */
    CATCHING_UP,
    /** Up to date. */
    LIVE;

    /** The word that the API uses. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
