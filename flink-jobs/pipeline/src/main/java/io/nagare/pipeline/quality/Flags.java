package io.nagare.pipeline.quality;

/**
 * QARTOD's primary flags.
 *
 * <p>Source: Manual for the Use of Real-Time Oceanographic Data Quality Control Flags, IOOS, 2017.
 */
public final class Flags {
  /** Every test that could judge passed. */
  public static final int GOOD = 1;

  /** Not evaluated. */
  public static final int UNKNOWN = 2;

  /** Unlikely: for a person to look at. */
  public static final int SUSPECT = 3;

  /** Cannot be true. */
  public static final int FAIL = 4;

  /** No value. */
  public static final int MISSING = 9;

  private Flags() {}

  /**
   * The primary flag of several tests: the highest in the order MISSING, UNKNOWN, GOOD, SUSPECT,
   * FAIL; so it is MISSING only if all are, and UNKNOWN only if nothing was evaluated.
   */
  public static int aggregate(int... flags) {
    int worst = MISSING;
    for (int flag : flags) {
      if (precedence(flag) > precedence(worst)) {
        worst = flag;
      }
    }
    return worst;
  }

  private static int precedence(int flag) {
    return switch (flag) {
      case MISSING -> 0;
      case UNKNOWN -> 1;
      case GOOD -> 2;
      case SUSPECT -> 3;
      case FAIL -> 4;
      default -> throw new IllegalArgumentException("no flag of QARTOD: " + flag);
    };
  }
}
