package io.nagare.pipeline.live;

import io.nagare.pipeline.decode.SessionChange;
import io.nagare.pipeline.reading.TaggedReading;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Tagged readings become what a live page shows. */
public final class LiveJob {
  /** The operator's identity in checkpoints. */
  public static final String UID = "conflate-live";

  private LiveJob() {}

  /** Defines the flow. */
  public static DataStream<LiveUpdate> define(
      DataStream<TaggedReading> readings, DataStream<SessionChange> sessions) {
    return readings
        .keyBy(TaggedReading::gatewayKey)
        .connect(sessions.keyBy(SessionChange::gatewayKey))
        .process(new ConflateLive(), TypeInformation.of(LiveUpdate.class))
        .uid(UID)
        .name("Conflate live");
  }
}
