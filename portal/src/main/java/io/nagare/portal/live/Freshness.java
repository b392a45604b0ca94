package io.nagare.portal.live;

import java.util.Locale;

/** Whether a value may be taken as the present state. */
public enum Freshness {
  /** Heard within the longest normal silence of its series. */
  FRESH,
  /** Older than that, from a dead session, from a clock that is ahead, or never heard. */
  STALE;

  /** The word that pages and the API use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
