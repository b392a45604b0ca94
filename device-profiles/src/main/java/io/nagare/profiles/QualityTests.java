package io.nagare.profiles;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The parameters of the quality tests besides gross range; an absent test cannot be evaluated.
 *
 * <p>Source: QARTOD; the tests' rules are those of the pipeline.
 *
 * @param spike a value that differs from both its neighbours
 * @param rateOfChange a value that changed too fast
 * @param flatLine values that do not change
 * @param attenuated values that change too little
 * @param climatology spans by season
 * @param location where the device may be
 */
public record QualityTests(
    Optional<Spike> spike,
    Optional<RateOfChange> rateOfChange,
    Optional<FlatLine> flatLine,
    Optional<Attenuated> attenuated,
    List<Season> climatology,
    Optional<Location> location) {
  /** No test has parameters. */
  public static final QualityTests NONE =
      new QualityTests(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  /** Keeps a copy of the seasons. */
  public QualityTests {
    climatology = List.copyOf(climatology);
  }

  /**
   * The spike test.
   *
   * @param method against the mean of the neighbours, or the smaller of the two steps
   * @param suspect a difference above is SUSPECT
   * @param fail a difference above is FAIL
   */
  public record Spike(Method method, OptionalDouble suspect, OptionalDouble fail) {
    /** What a value is compared with. */
    public enum Method {
      /** The mean of both neighbours. */
      AVERAGE,
      /** Each neighbour, when the value lies above or below both. */
      DIFFERENTIAL
    }
  }

  /**
   * The rate of change test.
   *
   * @param change the largest change that is GOOD
   * @param per over which time
   */
  public record RateOfChange(double change, Duration per) {}

  /**
   * The flat line test.
   *
   * @param tolerance values closer together than this count as equal
   * @param suspect flat for this long is SUSPECT
   * @param fail flat for this long is FAIL
   */
  public record FlatLine(double tolerance, Duration suspect, Duration fail) {}

  /**
   * The attenuated signal test.
   *
   * @param check what is compared over the window
   * @param window how far back it looks
   * @param suspect below is SUSPECT
   * @param fail below is FAIL
   * @param minObservations fewer values in the window cannot be evaluated
   */
  public record Attenuated(
      Check check, Duration window, double suspect, double fail, int minObservations) {
    /** What is compared over the window. */
    public enum Check {
      /** The standard deviation of the population. */
      STD,
      /** The largest value minus the smallest. */
      RANGE
    }
  }

  /**
   * Spans that hold in some months; of several that fit, the last one holds. A winter over new year
   * is written as two of them.
   *
   * @param fromMonth the first month, 1 to 12
   * @param toMonth the last month; not before {@code fromMonth}
   * @param fail values outside fail, if a span is given
   * @param suspect values outside are suspect
   */
  public record Season(int fromMonth, int toMonth, Optional<Range> fail, Range suspect) {}

  /**
   * The location test.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @param maxJumpMetres a move between two readings above this is suspect
   */
  public record Location(Range latitude, Range longitude, OptionalDouble maxJumpMetres) {}
}
