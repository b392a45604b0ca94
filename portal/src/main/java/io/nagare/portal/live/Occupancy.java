package io.nagare.portal.live;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How full a car park is, in the steps of the signs that drivers know (満 · 混 · 空). Declared from
 * the fullest, the order of the page.
 */
public enum Occupancy {
  /** 95 % and more of the spaces are taken. */
  FULL,
  /** 80 % and more. */
  BUSY,
  /** Less. */
  SPACE,
  /** The count, or the number of spaces, is not known. */
  UNKNOWN;

  private static final double FULL_FROM = 0.95;
  private static final double BUSY_FROM = 0.80;

  /** The step of a share of taken spaces. */
  public static Occupancy of(OptionalDouble used) {
    if (used.isEmpty()) {
      return UNKNOWN;
    }
    if (used.getAsDouble() >= FULL_FROM) {
      return FULL;
    }
    return used.getAsDouble() >= BUSY_FROM ? BUSY : SPACE;
  }

  /** The word that pages use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
