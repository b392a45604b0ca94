package io.nagare.pipeline.quality;

import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.TaggedReading;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Readings get their quality flags: the second part of the pipeline. */
public final class QualityJob {
  /** The operator's identity in checkpoints. */
  public static final String UID = "tag-quality";

  private QualityJob() {}

  /** Defines the flow. */
  public static DataStream<TaggedReading> define(
      DataStream<DecodedReading> readings, QualityParameters parameters) {
    return readings
        .map(new TagQuality(parameters))
        .returns(TypeInformation.of(TaggedReading.class))
        .uid(UID)
        .name("Tag quality");
  }
}
