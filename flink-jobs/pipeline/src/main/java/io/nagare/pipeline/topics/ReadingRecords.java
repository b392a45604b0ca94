package io.nagare.pipeline.topics;

import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.Placement;
import io.nagare.pipeline.reading.Quality;
import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.reading.Value;
import io.nagare.pipeline.topics.proto.Reading;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes tagged readings as records of the topic {@code readings}. */
final class ReadingRecords
    implements KafkaRecordSerializationSchema<TaggedReading>, KafkaDatasetFacetProvider {
  private static final long serialVersionUID = 1L;

  /** The pool of transaction ids asks which topic it has to look at. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(
            DefaultKafkaDatasetIdentifier.ofTopics(List.of(Topics.READINGS))));
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      TaggedReading tagged, KafkaSinkContext context, @Nullable Long timestamp) {
    return new ProducerRecord<>(
        Topics.READINGS, SeriesKey.of(tagged.reading()), message(tagged).toByteArray());
  }

  static Reading message(TaggedReading tagged) {
    DecodedReading reading = tagged.reading();
    Placement placement = reading.placement();
    Quality quality = tagged.quality();
    Reading.Builder message =
        Reading.newBuilder()
            .setSite(reading.id().site())
            .setGateway(reading.id().gateway())
            .setRecordEpoch(reading.id().epoch())
            .setRecordOffset(reading.id().offset())
            .setDevice(placement.device())
            .setProfile(placement.profile())
            .setKind(placement.kind())
            .setArea(placement.area())
            .setAsset(placement.asset())
            .setMeasurement(reading.measurement())
            .setUnit(tagged.unit())
            .setEventTimeMillis(reading.eventTimeMillis())
            .setReceivedAtMillis(reading.receivedAtMillis())
            .setHistorical(reading.historical())
            .setClockSynchronized(reading.clockSynchronized())
            .setFlag(quality.flag())
            .setFlagMissing(quality.missing())
            .setFlagGrossRange(quality.grossRange())
            .setFlagImpossibleDate(quality.impossibleDate())
            .setFlagSource(quality.source())
            .setSourceCode(reading.sourceCode())
            .setRuleset(quality.ruleset());
    setValue(message, reading.value());
    return message.build();
  }

  private static void setValue(Reading.Builder message, Value value) {
    if (value.present()) {
      switch (value.kind()) {
        case NUMBER -> message.setNumber(value.number());
        case BOOLEAN -> message.setBoolean(value.number() != 0);
        case TEXT -> message.setText(value.text());
      }
    }
  }
}
