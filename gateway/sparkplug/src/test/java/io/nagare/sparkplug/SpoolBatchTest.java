package io.nagare.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.Test;

class SpoolBatchTest {
  @Property
  void readsBackTheOffsetsItWrote(
      @ForAll @UniqueElements @Size(min = 1, max = 50)
          List<@LongRange(min = 0, max = Long.MAX_VALUE / 2) Long> offsets)
      throws MalformedPayload {
    long[] ascending = offsets.stream().mapToLong(Long::longValue).sorted().toArray();

    Optional<SpoolBatch> read =
        SpoolBatch.of(payloadWithReadings(new SpoolBatch(7, ascending), ascending.length));

    assertThat(read).isPresent();
    assertThat(read.get().epoch()).isEqualTo(7);
    assertThat(read.get().offsets()).isEqualTo(ascending);
  }

  @Test
  void leavesTheStepsOutWhenOffsetsAreConsecutive() {
    Payload payload = payloadWithReadings(new SpoolBatch(7, new long[] {5, 6, 7}), 3);

    assertThat(Metrics.find(payload, MetricNames.SPOOL_STEPS)).isEmpty();
  }

  @Test
  void isEmptyForAPayloadWithoutOffsets() throws MalformedPayload {
    assertThat(SpoolBatch.of(Payload.newBuilder().addMetrics(reading()).build())).isEmpty();
  }

  @Test
  void refusesStepsThatDoNotFitTheReadings() {
    SpoolBatch batch = new SpoolBatch(7, new long[] {1, 3, 9});

    assertThatThrownBy(() -> SpoolBatch.of(payloadWithReadings(batch, 4)))
        .isInstanceOf(MalformedPayload.class)
        .hasMessageContaining("Spool/Steps ends");
    assertThatThrownBy(() -> SpoolBatch.of(payloadWithReadings(batch, 2)))
        .isInstanceOf(MalformedPayload.class)
        .hasMessageContaining("1 bytes more");
  }

  @Test
  void carriesAReceiptThereAndBack() throws MalformedPayload {
    SpoolCommitted receipt = new SpoolCommitted(1_700_000_000_000L, 42);

    Payload command = PayloadReader.parse(receipt.toCommand(1));

    assertThat(SpoolCommitted.parse(command)).contains(receipt);
  }

  @Test
  void saysThatBytesAreNoPayload() {
    assertThatThrownBy(() -> PayloadReader.parse(new byte[] {(byte) 0xFF, 1, 2}))
        .isInstanceOf(MalformedPayload.class)
        .hasMessageContaining("3 bytes");
  }

  @Test
  void carriesQualityAndTheSourcesOwnCode() {
    Metric metric =
        Metric.newBuilder().setProperties(Metrics.quality(500, Optional.of("E7"))).build();

    assertThat(Metrics.qualityOf(metric)).contains(500);
    assertThat(Metrics.sourceCodeOf(metric)).contains("E7");
  }

  @Test
  void readsAndWritesTheStateOfAHost() {
    HostState state = new HostState(true, 12345);

    assertThat(HostState.parse(state.toJson())).contains(state);
    assertThat(HostState.parse("OFFLINE".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(HostState.topic("nagare")).isEqualTo("spBv1.0/STATE/nagare");
  }

  private static Payload payloadWithReadings(SpoolBatch batch, int readings) {
    Payload.Builder payload = Payload.newBuilder().setTimestamp(1);
    batch.addTo(payload);
    for (int i = 0; i < readings; i++) {
      payload.addMetrics(reading());
    }
    return payload.build();
  }

  private static Metric reading() {
    return Metric.newBuilder().setAlias(3).setTimestamp(2).setDoubleValue(1.5).build();
  }
}
