package io.nagare.pipeline.topics;

import io.nagare.pipeline.decode.RawMessage;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Takes a record of {@code sparkplug.raw} for a message; nothing that a record lacks stops it.
 *
 * <p>A record without a received-at header was received when Kafka had it.
 */
final class RawMessageReader implements KafkaRecordDeserializationSchema<RawMessage> {
  private static final long serialVersionUID = 1L;
  private static final byte[] NO_BYTES = {};

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawMessage> out) {
    out.collect(
        new RawMessage(
            header(record, Topics.HEADER_TOPIC),
            receivedAt(record),
            record.value() == null ? NO_BYTES : record.value(),
            record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8),
            record.offset()));
  }

  @Override
  public TypeInformation<RawMessage> getProducedType() {
    return TypeInformation.of(RawMessage.class);
  }

  private static long receivedAt(ConsumerRecord<byte[], byte[]> record) {
    String text = header(record, Topics.HEADER_RECEIVED_AT);
    return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : record.timestamp();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
