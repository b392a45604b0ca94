package io.nagare.pipeline.topics;

import io.nagare.pipeline.decode.RawMessage;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Reads {@code sparkplug.raw} from its beginning; how far it came stands in checkpoints only. */
public final class RawSource {
  /** The source's identity in checkpoints. */
  public static final String UID = "source-sparkplug-raw";

  private RawSource() {}

  /** The messages, each gateway's in order. */
  public static DataStream<RawMessage> read(
      StreamExecutionEnvironment environment, String bootstrapServers) {
    KafkaSource<RawMessage> source =
        KafkaSource.<RawMessage>builder()
            .setBootstrapServers(bootstrapServers)
            .setTopics(Topics.RAW)
            .setGroupId("nagare-pipeline")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new RawMessageReader())
            .setProperty("commit.offsets.on.checkpoint", "false")
            .setProperty("enable.auto.commit", "false")
            .setProperty("partition.discovery.interval.ms", "30000")
            .build();
    return environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "Topic " + Topics.RAW)
        .uid(UID);
  }
}
