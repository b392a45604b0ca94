package io.nagare.profiles;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a device measures.
 *
 * @param name lower-case words joined by {@code _}; the Sparkplug metric has the same name
 * @param title what people call it
 * @param unit UCUM code; {@code "1"} for counts and everything that has no unit
 * @param type of its values
 * @param period how often it reports when all is well
 * @param maxPeriod the longest silence that is still normal; a value older than this is stale
 * @param grossRange parameters of the gross range test; empty when the test cannot be evaluated
 * @param sentinels values by which the device says that it could not measure
 * @param allowedTexts the texts that may come; empty when the type is not STRING, or any may
 * @param facts what else is known of it
 * @param tests parameters of the quality tests besides gross range
 */
public record Measurement(
    String name,
    LocalizedText title,
    String unit,
    ValueType type,
    Duration period,
    Duration maxPeriod,
    Optional<GrossRange> grossRange,
    List<Double> sentinels,
    List<String> allowedTexts,
    MeasurementFacts facts,
    QualityTests tests) {

  /** Keeps copies of the lists. */
  public Measurement {
    sentinels = List.copyOf(sentinels);
    allowedTexts = List.copyOf(allowedTexts);
  }

  /** A measurement of which nothing more is known. */
  public Measurement(
      String name,
      LocalizedText title,
      String unit,
      ValueType type,
      Duration period,
      Duration maxPeriod,
      Optional<GrossRange> grossRange,
      List<Double> sentinels,
      List<String> allowedTexts) {
    this(
        name,
        title,
        unit,
        type,
        period,
        maxPeriod,
        grossRange,
        sentinels,
        allowedTexts,
        MeasurementFacts.NONE,
        QualityTests.NONE);
  }
}
