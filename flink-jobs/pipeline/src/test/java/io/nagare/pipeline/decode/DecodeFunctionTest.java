package io.nagare.pipeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.pipeline.ledger.Reasons;
import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.sparkplug.OffsetSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.junit.jupiter.api.Test;

class DecodeFunctionTest {
  private static final long NOON = Instant.parse("2025-12-31T12:00:00Z").toEpochMilli();

  private final FakeGateway gateway = FakeGateway.at("site-1", "plant-gw");

  @Test
  void remembersAliasesAndSeenOffsetsAcrossARestore() throws Exception {
    RawMessage seen = reading();
    OperatorSubtaskState state;
    try (var harness = harness()) {
      harness.open();
      harness.processElement(gateway.nodeBirth(1), 0);
      harness.processElement(birth(), 0);
      harness.processElement(seen, 0);
      state = harness.snapshot(1, 1);
    }

    try (var restored = harness()) {
      restored.initializeState(state);
      restored.open();
      restored.processElement(seen, 0);
      restored.processElement(reading(), 0);

      assertThat(restored.extractOutputValues())
          .extracting(reading -> reading.id().offset())
          .containsExactly(1L);
      assertThat(restored.getSideOutput(DecodeJob.REPEATED)).hasSize(1);
    }
  }

  @Test
  void keepsGatewaysApart() throws Exception {
    FakeGateway other = FakeGateway.at("site-1", "other-gw");
    try (var harness = harness()) {
      harness.open();
      harness.processElement(gateway.nodeBirth(1), 0);
      harness.processElement(birth(), 0);
      harness.processElement(reading(), 0);
      harness.processElement(other.data("pump-1", other.number("pump-1", "pressure", NOON, 1)), 0);

      assertThat(harness.extractOutputValues()).hasSize(1);
      assertThat(harness.getSideOutput(DecodeJob.REPEATED)).isNull();
      assertThat(harness.getSideOutput(DecodeJob.REJECTED)).hasSize(1);
    }
  }

  @Test
  void rejectsAnEpochThatIsForgottenInsteadOfCountingItAnew() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(gateway.nodeBirth(1), 0);
      harness.processElement(birth(), 0);
      for (long epoch = 1; epoch <= FlinkGatewayMemory.KEPT_EPOCHS + 1; epoch++) {
        gateway.epoch(epoch);
        harness.processElement(reading(), 0);
      }
      gateway.epoch(1);
      harness.processElement(reading(), 0);
      gateway.epoch(2);
      harness.processElement(reading(), 0);

      assertThat(harness.extractOutputValues()).hasSize(FlinkGatewayMemory.KEPT_EPOCHS + 1);
      assertThat(harness.getSideOutput(DecodeJob.REJECTED))
          .extracting(record -> record.getValue().reason())
          .containsExactly(Reasons.EPOCH_FORGOTTEN);
      assertThat(harness.getSideOutput(DecodeJob.REPEATED)).hasSize(1);
    }
  }

  @Property(tries = 100)
  void writesAndReadsOffsetSets(@ForAll long[] offsets) throws Exception {
    OffsetSet set = OffsetSet.startingAt(3);
    Arrays.stream(offsets).map(offset -> Math.abs(offset % 1_000)).forEach(set::add);
    DataOutputSerializer bytes = new DataOutputSerializer(64);

    OffsetSetSerializer.INSTANCE.serialize(set, bytes);
    OffsetSet read =
        OffsetSetSerializer.INSTANCE.deserialize(
            new DataInputDeserializer(bytes.getCopyOfBuffer()));

    assertThat(read.floor()).isEqualTo(set.floor());
    assertThat(read.ranges()).isEqualTo(set.ranges());
  }

  private RawMessage reading() {
    return gateway.data("pump-1", gateway.number("pump-1", "pressure", NOON, 1));
  }

  private RawMessage birth() {
    return gateway.deviceBirth("pump-1", Map.of(), Map.of("pressure", DataType.Double));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, RawMessage, DecodedReading>
      harness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new DecodeFunction()), RawMessage::gatewayKey, Types.STRING);
  }
}
