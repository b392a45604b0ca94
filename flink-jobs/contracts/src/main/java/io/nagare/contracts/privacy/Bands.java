package io.nagare.contracts.privacy;

import java.util.List;

/**
 * Values in bands, such as ages in decades.
 *
 * @param bounds lower bounds, rising; below the first and from the last on are bands too
 */
public record Bands(List<Integer> bounds) {

  /** Keeps a copy and refuses bounds that do not rise. */
  public Bands {
    bounds = List.copyOf(bounds);
    for (int i = 1; i < bounds.size(); i++) {
      if (bounds.get(i) <= bounds.get(i - 1)) {
        throw new IllegalArgumentException("bounds must rise: " + bounds);
      }
    }
    if (bounds.isEmpty()) {
      throw new IllegalArgumentException("at least one bound is needed");
    }
  }

  /** The band of a value: {@code <20}, {@code 20-29} or {@code >=70}. */
  public String of(int value) {
    if (value < bounds.get(0)) {
      return "<" + bounds.get(0);
    }
    for (int i = 1; i < bounds.size(); i++) {
      if (value < bounds.get(i)) {
        return bounds.get(i - 1) + "-" + (bounds.get(i) - 1);
      }
    }
    return ">=" + bounds.get(bounds.size() - 1);
  }
}
