package io.nagare.pipeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.pipeline.reading.Value;
import io.nagare.pipeline.reading.ValueKind;
import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.Test;

class MetricValuesTest {
  @Test
  void readsNarrowIntegersAsTwosComplement() {
    Metric metric = Metric.newBuilder().setIntValue(0xFFFF_FFFE).build();

    assertThat(MetricValues.read(metric, DataType.Int32_VALUE)).contains(Value.of(-2.0));
    assertThat(MetricValues.read(metric, DataType.Int16_VALUE)).contains(Value.of(-2.0));
    assertThat(MetricValues.read(metric, DataType.Int8_VALUE)).contains(Value.of(-2.0));
    assertThat(MetricValues.read(metric, DataType.UInt32_VALUE)).contains(Value.of(4294967294.0));
  }

  @Test
  void readsWideIntegers() {
    Metric metric = Metric.newBuilder().setLongValue(-1).build();

    assertThat(MetricValues.read(metric, DataType.Int64_VALUE)).contains(Value.of(-1.0));
    assertThat(MetricValues.read(metric, DataType.UInt64_VALUE)).contains(Value.of(0x1.0p64));
  }

  @Test
  void readsFloatsBooleansAndTexts() {
    assertThat(
            MetricValues.read(
                Metric.newBuilder().setFloatValue(0.5f).build(), DataType.Float_VALUE))
        .contains(Value.of(0.5));
    assertThat(
            MetricValues.read(
                Metric.newBuilder().setBooleanValue(true).build(), DataType.Boolean_VALUE))
        .contains(Value.of(true));
    assertThat(
            MetricValues.read(
                Metric.newBuilder().setStringValue("idle").build(), DataType.Text_VALUE))
        .contains(Value.of("idle"));
  }

  @Test
  void keepsTheKindOfAnAbsentValue() {
    Metric metric = Metric.newBuilder().setIsNull(true).build();

    assertThat(MetricValues.read(metric, DataType.Boolean_VALUE))
        .contains(Value.absent(ValueKind.BOOLEAN));
    assertThat(MetricValues.read(metric, DataType.DataSet_VALUE)).isEqualTo(Optional.empty());
  }

  @Test
  void givesNothingForAnotherTypeThanDeclared() {
    Metric metric = Metric.newBuilder().setDoubleValue(1).build();

    assertThat(MetricValues.read(metric, DataType.Int32_VALUE)).isEmpty();
    assertThat(MetricValues.read(metric, DataType.String_VALUE)).isEmpty();
    assertThat(MetricValues.read(metric, DataType.Template_VALUE)).isEmpty();
  }
}
