package io.nagare.pipeline.windows;

import java.util.Arrays;

/**
 * A sum of doubles that loses nothing: the result is the double nearest to the true sum, so it is
 * the same in whatever order the numbers came, and however they were grouped.
 *
 * <p>Plain addition rounds at every step, so readings that arrive in another order after a restart
 * would give another mean, and a row would be revised for nothing. The sum is kept as a few doubles
 * of falling size whose bits do not overlap and whose exact sum is the true one; nearly always one
 * or two of them. Compensated (Kahan) summation would only make the differences rare.
 *
 * <p>Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
 * Predicates, 1997, theorem 10 (grow-expansion).
 *
 * <p>A mutable class with public fields because it is state that is added to for every reading.
 */
public final class ExactSum {
  /** Parts of the sum, growing in size; only the first {@link #size} count. */
  public double[] parts = {};

  /** How many parts there are. */
  public int size;

  /**
   * Adds a number.
   *
   * @param addend finite; the true sum must stay below the largest double
   */
  public void add(double addend) {
    double high = addend;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      double part = parts[i];
      if (Math.abs(high) < Math.abs(part)) {
        double swap = high;
        high = part;
        part = swap;
      }
      double sum = high + part;
      double error = part - (sum - high);
      if (error != 0) {
        parts[kept++] = error;
      }
      high = sum;
    }
    if (kept == parts.length) {
      parts = Arrays.copyOf(parts, kept + 2);
    }
    parts[kept++] = high;
    size = kept;
  }

  /** Adds everything that another sum holds. */
  public void add(ExactSum other) {
    for (int i = 0; i < other.size; i++) {
      add(other.parts[i]);
    }
  }

  /** The double nearest to the sum; of two equally near ones that with an even last bit. */
  public double value() {
    int i = size;
    if (i == 0) {
      return 0;
    }
    double high = parts[--i];
    double error = 0;
    while (i > 0 && error == 0) {
      double part = parts[--i];
      double sum = high + part;
      error = part - (sum - high);
      high = sum;
    }
    // Half an ulp is left and smaller parts push it over: rounding to even decided too early.
    boolean sameSign =
        i > 0 && ((error < 0 && parts[i - 1] < 0) || (error > 0 && parts[i - 1] > 0));
    if (sameSign) {
      double twice = error * 2;
      double rounded = high + twice;
      if (twice == rounded - high) {
        return rounded;
      }
    }
    return high;
  }
}
