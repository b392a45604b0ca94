package io.nagare.pipeline.quality;

import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.TaggedReading;
import java.util.Optional;
import org.apache.flink.api.common.functions.MapFunction;

/** Gives each reading its quality flags, its unit and the longest silence that is normal. */
final class TagQuality implements MapFunction<DecodedReading, TaggedReading> {
  private static final long serialVersionUID = 1L;

  private final QualityParameters parameters;

  TagQuality(QualityParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public TaggedReading map(DecodedReading reading) {
    Optional<MeasurementTests> tests =
        parameters.find(reading.placement().profile(), reading.measurement());
    return new TaggedReading(
        reading,
        QualityRules.judge(reading, tests),
        tests.map(MeasurementTests::unit).orElse(""),
        tests.map(MeasurementTests::maxPeriodMillis).orElse(0L));
  }
}
