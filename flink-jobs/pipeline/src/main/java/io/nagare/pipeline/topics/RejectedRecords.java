package io.nagare.pipeline.topics;

import com.google.protobuf.ByteString;
import io.nagare.pipeline.ledger.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes what was rejected as records of the topic {@code rejected}. */
final class RejectedRecords
    implements KafkaRecordSerializationSchema<Rejected>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  /** The pool of transaction ids asks which topic it has to look at. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(
            DefaultKafkaDatasetIdentifier.ofTopics(List.of(Topics.REJECTED))));
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Rejected rejected, KafkaSinkContext context, @Nullable Long timestamp) {
    String key = rejected.site() + "/" + rejected.gateway();
    return new ProducerRecord<>(
        Topics.REJECTED, key.getBytes(StandardCharsets.UTF_8), message(rejected).toByteArray());
  }

  static io.nagare.pipeline.topics.proto.Rejected message(Rejected rejected) {
    var message =
        io.nagare.pipeline.topics.proto.Rejected.newBuilder()
            .setSite(rejected.site())
            .setGateway(rejected.gateway())
            .setDevice(rejected.device())
            .setMeasurement(rejected.measurement())
            .setReason(rejected.reason())
            .setDetail(rejected.detail())
            .setReceivedAtMillis(rejected.receivedAtMillis())
            .setTopic(rejected.topic())
            .setRaw(ByteString.copyFrom(rejected.raw()))
            .setDataset(rejected.dataset());
    if (rejected.eventTimeMillis() != Rejected.ABSENT) {
      message.setEventTimeMillis(rejected.eventTimeMillis());
    }
    if (rejected.epoch() != Rejected.ABSENT) {
      message.setRecordEpoch(rejected.epoch()).setRecordOffset(rejected.offset());
    }
    return message.build();
  }
}
