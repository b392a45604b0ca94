package io.nagare.pipeline.quality;

import io.nagare.profiles.GrossRange;
import io.nagare.profiles.Measurement;
import io.nagare.profiles.Range;
import java.io.Serializable;
import java.util.List;

/**
 * The parameters of the quality tests of one measurement, in a form that travels with the job.
 *
 * @param unit UCUM code
 * @param maxPeriodMillis the longest silence that is still normal
 * @param evaluated whether there is a range to test against
 * @param failLow values below fail; negative infinity for no bound
 * @param failHigh values above fail; positive infinity for no bound
 * @param suspectLow values below are suspect; negative infinity for no bound
 * @param suspectHigh values above are suspect; positive infinity for no bound
 * @param suspectAboveCapacity whether values above the capacity of the place are suspect
 * @param sentinels values that say that nothing could be measured
 * @param allowedTexts the texts that may come; empty when any may
 */
public record MeasurementTests(
    String unit,
    long maxPeriodMillis,
    boolean evaluated,
    double failLow,
    double failHigh,
    double suspectLow,
    double suspectHigh,
    boolean suspectAboveCapacity,
    List<Double> sentinels,
    List<String> allowedTexts)
    implements Serializable {

  private static final Range EVERYTHING =
      new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Tests with the parameters of a profile's measurement. */
  public static MeasurementTests of(Measurement measurement) {
    Range fail = measurement.grossRange().flatMap(GrossRange::fail).orElse(EVERYTHING);
    Range suspect = measurement.grossRange().flatMap(GrossRange::suspect).orElse(EVERYTHING);
    return new MeasurementTests(
        measurement.unit(),
        measurement.maxPeriod().toMillis(),
        measurement.grossRange().isPresent(),
        fail.low(),
        fail.high(),
        suspect.low(),
        suspect.high(),
        measurement.grossRange().map(GrossRange::suspectAboveCapacity).orElse(false),
        measurement.sentinels(),
        measurement.allowedTexts());
  }
}
