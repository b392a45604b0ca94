package io.nagare.profiles;

/**
 * A span of centre frequencies, both ends included.
 *
 * @param fromHz the lowest one
 * @param toHz the highest one
 * @param stepHz the grid that starts at the lowest one; 0 for any frequency between the ends
 */
public record FrequencySpan(long fromHz, long toHz, long stepHz) {

  /**
   * Validates the ends.
   *
   * @throws IllegalArgumentException if the low end is above the high one or the step is negative
   */
  public FrequencySpan {
    if (fromHz > toHz || stepHz < 0) {
      throw new IllegalArgumentException(
          "a span goes from low to high, not " + fromHz + " to " + toHz + " by " + stepHz);
    }
  }

  /** A single frequency. */
  public static FrequencySpan at(long hz) {
    return new FrequencySpan(hz, hz, 0);
  }

  /** Whether the frequency lies inside and on the grid. */
  public boolean contains(long hz) {
    return fromHz <= hz && hz <= toHz && (stepHz == 0 || (hz - fromHz) % stepHz == 0);
  }

  /** Hertz of a number of megahertz, rounded to a whole hertz. */
  public static long hertz(double megahertz) {
    return Math.round(megahertz * 1e6);
  }

  /** The span in words, such as {@code 922.0-923.4 MHz}. */
  public String text() {
    String from = megahertz(fromHz);
    return fromHz == toHz ? from + " MHz" : from + "-" + megahertz(toHz) + " MHz";
  }

  private static String megahertz(long hz) {
    return java.math.BigDecimal.valueOf(hz, 6).stripTrailingZeros().toPlainString();
  }
}
