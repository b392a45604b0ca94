package io.nagare.profiles;

/**
 * A span of values, both ends included.
 *
 * @param low the lowest value inside; negative infinity for no lower end
 * @param high the highest value inside; positive infinity for no upper end
 */
public record Range(double low, double high) {

  /**
   * Validates the ends.
   *
   * @throws IllegalArgumentException if the low end is above the high one, or one is not a number
   */
  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "a range goes from low to high, not " + low + " to " + high);
    }
  }

  /** Whether the value lies inside or on an end. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether the other range lies wholly inside. */
  public boolean encloses(Range other) {
    return low <= other.low && other.high <= high;
  }
}
