package io.nagare.pipeline.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nagare.pipeline.live.LiveUpdate;
import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.Placement;
import io.nagare.pipeline.reading.Value;
import io.nagare.pipeline.reading.ValueKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes what is known now of a series as a JSON record of the topic {@code live.readings}. */
final class LiveRecords implements KafkaRecordSerializationSchema<LiveUpdate> {
  private static final long serialVersionUID = 1L;
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      LiveUpdate update, KafkaSinkContext context, @Nullable Long timestamp) {
    return new ProducerRecord<>(Topics.LIVE, SeriesKey.of(update.newest().reading()), json(update));
  }

  static byte[] json(LiveUpdate update) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      writeWhere(json, update.newest().reading());
      writeWhat(json, update);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written", impossible);
    }
    return bytes.toByteArray();
  }

  private static void writeWhere(JsonGenerator json, DecodedReading reading) throws IOException {
    Placement placement = reading.placement();
    text(json, "site", reading.id().site());
    text(json, "gateway", reading.id().gateway());
    text(json, "device", placement.device());
    text(json, "name", placement.name());
    text(json, "kind", placement.kind());
    text(json, "area", placement.area());
    text(json, "asset", placement.asset());
    if (placement.hasCapacity()) {
      json.writeNumberField("capacity", placement.capacity());
    } else {
      json.writeNullField("capacity");
    }
    text(json, "profile", placement.profile());
  }

  private static void writeWhat(JsonGenerator json, LiveUpdate update) throws IOException {
    DecodedReading reading = update.newest().reading();
    Value value = reading.value();
    text(json, "measurement", reading.measurement());
    text(json, "unit", update.newest().unit());
    if (value.hasNumber()) {
      json.writeNumberField("value", value.number());
    } else {
      json.writeNullField("value");
    }
    if (value.kind() == ValueKind.TEXT && value.present()) {
      json.writeStringField("text", value.text());
    } else {
      json.writeNullField("text");
    }
    json.writeNumberField("flag", update.newest().quality().flag());
    json.writeStringField("eventTime", Instant.ofEpochMilli(reading.eventTimeMillis()).toString());
    json.writeStringField(
        "receivedAt", Instant.ofEpochMilli(reading.receivedAtMillis()).toString());
    json.writeNumberField("maxPeriodMillis", update.newest().maxPeriodMillis());
    json.writeStringField("session", update.online() ? "online" : "dead");
  }

  private static void text(JsonGenerator json, String name, String text) throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, text);
    }
  }
}
