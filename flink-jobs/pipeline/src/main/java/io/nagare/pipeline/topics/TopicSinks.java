package io.nagare.pipeline.topics;

import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.live.LiveUpdate;
import io.nagare.pipeline.reading.TaggedReading;
import java.time.Duration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Writes streams to topics. */
public final class TopicSinks {
  /**
   * How long a transaction may stay open: far beyond a checkpoint interval and a restart, after
   * which its records would be lost. A broker's default maximum.
   */
  static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

  private TopicSinks() {}

  /** Writes tagged readings, exactly once for consumers that read committed records only. */
  public static void readings(DataStream<TaggedReading> readings, String bootstrapServers) {
    exactlyOnce(readings, new ReadingRecords(), bootstrapServers, Topics.READINGS);
  }

  /** Writes what was rejected, exactly once for consumers that read committed records only. */
  public static void rejected(DataStream<Rejected> rejected, String bootstrapServers) {
    exactlyOnce(rejected, new RejectedRecords(), bootstrapServers, Topics.REJECTED);
  }

  /** Writes the newest readings at once; after a restart some may come again. */
  public static void live(DataStream<LiveUpdate> updates, String bootstrapServers) {
    KafkaSink<LiveUpdate> sink =
        KafkaSinks.to(new LiveRecords(), bootstrapServers)
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .build();
    updates.sinkTo(sink).uid(uid(Topics.LIVE)).name("Topic " + Topics.LIVE);
  }

  private static <T> void exactlyOnce(
      DataStream<T> stream,
      KafkaRecordSerializationSchema<T> records,
      String bootstrapServers,
      String topic) {
    KafkaSink<T> sink =
        KafkaSinks.to(records, bootstrapServers)
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix("nagare-pipeline-" + topic)
            // A few ids are used in turn; counting up would leave one per checkpoint at the broker.
            .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
            .setProperty("transaction.timeout.ms", Long.toString(TRANSACTION_TIMEOUT.toMillis()))
            .build();
    stream.sinkTo(sink).uid(uid(topic)).name("Topic " + topic);
  }

  private static String uid(String topic) {
    return "topic-" + topic.replace('.', '-');
  }

  /** What all sinks have in common. */
  private static final class KafkaSinks {
    static <T> KafkaSinkBuilder<T> to(
        KafkaRecordSerializationSchema<T> records, String bootstrapServers) {
      return KafkaSink.<T>builder()
          .setBootstrapServers(bootstrapServers)
          .setRecordSerializer(records)
          .setProperty("linger.ms", "20")
          .setProperty("batch.size", "131072")
          .setProperty("compression.type", "lz4");
    }
  }
}
