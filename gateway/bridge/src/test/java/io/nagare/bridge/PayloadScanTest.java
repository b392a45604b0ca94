package io.nagare.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nagare.sparkplug.MalformedPayload;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import io.nagare.sparkplug.PayloadReader;
import io.nagare.sparkplug.SpoolBatch;
import io.nagare.sparkplug.SpoolCommitted;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.Test;

class PayloadScanTest {
  @Test
  void readsTheSpoolOfABirth() throws MalformedPayload {
    Payload birth =
        Payload.newBuilder()
            .setTimestamp(1)
            .setSeq(3)
            .addMetrics(Metrics.int64(MetricNames.BD_SEQ, 1, 9))
            .addMetrics(Metrics.int64(MetricNames.SPOOL_EPOCH, 1, 5))
            .addMetrics(Metrics.string("Some/Other", 1, "Spool/Epoch"))
            .addMetrics(Metrics.int64(MetricNames.SPOOL_COMMITTED, 1, 12))
            .build();

    Payload seen = PayloadScan.scan(birth.toByteArray());

    assertThat(seen.getSeq()).isEqualTo(3);
    assertThat(SpoolCommitted.parse(seen)).contains(new SpoolCommitted(5, 12));
    assertThat(Metrics.findInt64(seen, MetricNames.BD_SEQ)).contains(9L);
    assertThat(seen.getMetrics(2)).isEqualTo(Metric.getDefaultInstance());
  }

  @Test
  void saysOfBytesThatAreNoPayloadWhy() {
    assertThatThrownBy(() -> PayloadScan.scan(new byte[] {(byte) 0xFF, 1, 2, 3}))
        .isInstanceOf(MalformedPayload.class)
        .hasMessageStartingWith("not a Sparkplug B payload: ");
  }

  @Property
  void seesTheSameOffsetsAsAFullParse(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int readings) throws Exception {
    Random random = new Random(seed);
    long[] offsets = new long[readings];
    offsets[0] = random.nextInt(1_000_000);
    for (int i = 1; i < readings; i++) {
      offsets[i] = offsets[i - 1] + 1 + random.nextInt(300);
    }
    Payload.Builder data = Payload.newBuilder().setTimestamp(1).setSeq(random.nextInt(256));
    new SpoolBatch(99, offsets).addTo(data);
    for (int i = 0; i < readings; i++) {
      Metric.Builder reading = Metric.newBuilder().setTimestamp(i).setDoubleValue(i);
      if (random.nextBoolean()) {
        reading.setName("temperature").setProperties(Metrics.quality(500, Optional.of("Spool/")));
      } else {
        reading.setAlias(i);
      }
      data.addMetrics(reading);
    }
    byte[] bytes = data.build().toByteArray();

    SpoolBatch scanned = SpoolBatch.of(PayloadScan.scan(bytes)).orElseThrow();
    SpoolBatch parsed = SpoolBatch.of(PayloadReader.parse(bytes)).orElseThrow();

    assertThat(scanned.offsets()).isEqualTo(parsed.offsets()).isEqualTo(offsets);
    assertThat(scanned.epoch()).isEqualTo(99);
  }

  @Property
  void answersAnyBytesWithAPayloadOrWithWhyNot(@ForAll @Size(max = 64) byte[] bytes) {
    try {
      assertThat(PayloadScan.scan(bytes).getSerializedSize())
          .isLessThanOrEqualTo(bytes.length * 10);
    } catch (MalformedPayload why) {
      assertThat(why.getMessage()).as(Arrays.toString(bytes)).isNotBlank();
    }
  }
}
