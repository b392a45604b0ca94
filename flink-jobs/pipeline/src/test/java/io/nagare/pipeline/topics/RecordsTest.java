package io.nagare.pipeline.topics;

import static io.nagare.pipeline.reading.ReadingBuilder.reading;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.pipeline.decode.RawMessage;
import io.nagare.pipeline.live.LiveUpdate;
import io.nagare.pipeline.topics.proto.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordsTest {
  @Test
  void readsAMessageWithItsHeaders() {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(Topics.RAW, 2, 40, bytes("site-1/plant-gw"), bytes("payload"));
    record.headers().add("topic", bytes("spBv1.0/site-1/DDATA/plant-gw/pump"));
    record.headers().add("received-at", bytes("1700000000000"));

    RawMessage message = read(record);

    assertThat(message.topic()).isEqualTo("spBv1.0/site-1/DDATA/plant-gw/pump");
    assertThat(message.receivedAtMillis()).isEqualTo(1_700_000_000_000L);
    assertThat(message.gatewayKey()).isEqualTo("site-1/plant-gw");
    assertThat(message.position()).isEqualTo(40);
    assertThat(message.payload()).isEqualTo(bytes("payload"));
  }

  @Test
  void readsARecordThatLacksEverything() {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(Topics.RAW, 2, 40, null, null);
    record.headers().add("received-at", bytes("yesterday"));

    RawMessage message = read(record);

    assertThat(message.topic()).isEmpty();
    assertThat(message.receivedAtMillis()).isEqualTo(record.timestamp());
    assertThat(message.payload()).isEmpty();
  }

  @Test
  void writesALiveRecordWithNullForWhatIsAbsent() throws Exception {
    var record =
        new LiveRecords()
            .serialize(
                new LiveUpdate(reading().area("hall-a").at("10:00").tagged(), false),
                new NoContext(),
                null);

    JsonNode json = new ObjectMapper().readTree(record.value());
    assertThat(new String(record.key(), StandardCharsets.UTF_8))
        .isEqualTo("site-1/gateway-1/machine-1/temperature");
    assertThat(json.get("area").asText()).isEqualTo("hall-a");
    assertThat(json.get("asset").isNull()).isTrue();
    assertThat(json.get("capacity").isNull()).isTrue();
    assertThat(json.get("value").asDouble()).isEqualTo(20.0);
    assertThat(json.get("text").isNull()).isTrue();
    assertThat(json.get("eventTime").asText()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(json.get("maxPeriodMillis").asLong()).isEqualTo(60_000);
    assertThat(json.get("session").asText()).isEqualTo("dead");
  }

  @Test
  void writesNoNumberThatJsonCannotHold() throws Exception {
    byte[] json = LiveRecords.json(new LiveUpdate(reading().value(Double.NaN).tagged(), true));

    assertThat(new ObjectMapper().readTree(json).get("value").isNull()).isTrue();
  }

  @Test
  void writesAReadingThatConsumersCanReadBack() throws Exception {
    byte[] value = ReadingRecords.message(reading().value("running").tagged()).toByteArray();

    Reading read = Reading.parseFrom(value);
    assertThat(read.getText()).isEqualTo("running");
    assertThat(read.getValueCase()).isEqualTo(Reading.ValueCase.TEXT);
    assertThat(read.getRecordEpoch()).isEqualTo(1_000);
    assertThat(read.getUnit()).isEqualTo("Cel");
    assertThat(ReadingRecords.message(reading().absent().tagged()).getValueCase())
        .isEqualTo(Reading.ValueCase.VALUE_NOT_SET);
  }

  private static RawMessage read(ConsumerRecord<byte[], byte[]> record) {
    List<RawMessage> messages = new ArrayList<>();
    new RawMessageReader().deserialize(record, new ListCollector<>(messages));
    return messages.get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Serializers here need none. */
  private static final class NoContext
      implements org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema
          .KafkaSinkContext {
    @Override
    public int getParallelInstanceId() {
      return 0;
    }

    @Override
    public int getNumberOfParallelInstances() {
      return 1;
    }

    @Override
    public int[] getPartitionsForTopic(String topic) {
      return new int[] {0};
    }
  }
}
