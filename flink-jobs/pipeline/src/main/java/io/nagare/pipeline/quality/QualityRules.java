package io.nagare.pipeline.quality;

import io.nagare.pipeline.decode.DecodeRules;
import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.Placement;
import io.nagare.pipeline.reading.Quality;
import io.nagare.pipeline.reading.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * The quality tests that need one reading only: missing value, gross range, impossible date, and
 * what the source itself says.
 *
 * <p>Semantics are QARTOD's: bounds are inside, a value that is not finite is missing. A missing
 * value leaves the other tests nothing to judge, so they say MISSING too, unless they fail. A text
 * outside the profile's list fails the gross range test: the list is the range of a text.
 */
public final class QualityRules {
  /** The version of these rules; readings keep it. */
  public static final String RULESET = "nagare-1";

  /** Sparkplug 3.0 §6.4.17: the value is not to be used. */
  private static final int SOURCE_BAD = 0;

  /** Sparkplug 3.0 §6.4.17: the value is old. */
  private static final int SOURCE_STALE = 500;

  /** No device that this product reads is older. */
  private static final long EARLIEST_MILLIS = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

  private QualityRules() {}

  /**
   * Judges a reading.
   *
   * @param tests the parameters of its measurement; empty when its profile is not known
   */
  public static Quality judge(DecodedReading reading, Optional<MeasurementTests> tests) {
    int missing = reading.value().isMissing() ? Flags.MISSING : Flags.GOOD;
    int grossRange = grossRange(reading.value(), reading.placement(), tests);
    int date = impossibleDate(reading, missing);
    int source = source(reading.sourceQuality(), missing);
    return new Quality(
        Flags.aggregate(missing, grossRange, date, source),
        missing,
        grossRange,
        date,
        source,
        RULESET);
  }

  static int grossRange(Value value, Placement placement, Optional<MeasurementTests> tests) {
    if (value.isMissing()) {
      return Flags.MISSING;
    }
    if (tests.isEmpty()) {
      return Flags.UNKNOWN;
    }
    return switch (value.kind()) {
      case NUMBER -> grossRange(value.number(), placement, tests.get());
      case TEXT -> allowedText(value.text(), tests.get());
      case BOOLEAN -> Flags.UNKNOWN;
    };
  }

  private static int grossRange(double value, Placement placement, MeasurementTests tests) {
    if (tests.sentinels().contains(value)) {
      return Flags.FAIL;
    }
    if (!tests.evaluated()) {
      return Flags.UNKNOWN;
    }
    if (value < tests.failLow() || value > tests.failHigh()) {
      return Flags.FAIL;
    }
    boolean aboveCapacity =
        tests.suspectAboveCapacity() && placement.hasCapacity() && value > placement.capacity();
    return aboveCapacity || value < tests.suspectLow() || value > tests.suspectHigh()
        ? Flags.SUSPECT
        : Flags.GOOD;
  }

  private static int allowedText(String text, MeasurementTests tests) {
    if (tests.allowedTexts().isEmpty()) {
      return Flags.UNKNOWN;
    }
    return tests.allowedTexts().contains(text) ? Flags.GOOD : Flags.FAIL;
  }

  private static int impossibleDate(DecodedReading reading, int whenPossible) {
    long latest = reading.receivedAtMillis() + DecodeRules.MAX_CLOCK_SKEW.toMillis();
    return reading.eventTimeMillis() < EARLIEST_MILLIS || reading.eventTimeMillis() > latest
        ? Flags.FAIL
        : whenPossible;
  }

  private static int source(int sparkplugQuality, int missing) {
    return switch (sparkplugQuality) {
      case SOURCE_BAD -> Flags.FAIL;
      case SOURCE_STALE -> Flags.SUSPECT;
      default -> missing == Flags.MISSING ? Flags.MISSING : Flags.UNKNOWN;
    };
  }
}
