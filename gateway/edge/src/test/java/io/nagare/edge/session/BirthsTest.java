package io.nagare.edge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nagare.edge.Devices;
import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.reading.Value;
import io.nagare.edge.session.Births.Born;
import io.nagare.edge.spool.Slice;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BirthsTest {
  private static final Device MACHINE = Devices.machine("machine-01");
  private static final Device LOT =
      Devices.placed("lot", "recorded/parking-lot-counter", "Aachen", 605);

  @Test
  void givesEachMeasurementOfTheNodeItsOwnAlias() {
    Births births = new Births(List.of(MACHINE, Devices.machine("machine-02")));
    births.add(LOT);

    List<Long> aliases =
        births.all().stream()
            .flatMap(born -> Births.deviceBirth(born, 1, 7).getMetricsList().stream())
            .filter(Metric::hasAlias)
            .map(Metric::getAlias)
            .toList();

    assertThat(aliases).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void saysWhatTheDeviceIsByNameAndWhatItMeasuresByNameAndAlias() {
    Born born = new Births(List.of()).add(LOT);

    Payload birth = Births.deviceBirth(born, 1_000, 7).build();

    assertThat(Metrics.findString(birth, MetricNames.DEVICE_PROFILE))
        .hasValue("recorded/parking-lot-counter@1");
    assertThat(Metrics.findString(birth, MetricNames.DEVICE_KIND)).hasValue("parking");
    assertThat(Metrics.findString(birth, MetricNames.DEVICE_AREA)).hasValue("Aachen");
    assertThat(Metrics.findInt64(birth, MetricNames.DEVICE_CAPACITY)).hasValue(605L);
    assertThat(birth.getMetricsList())
        .filteredOn(metric -> metric.getName().indexOf('/') >= 0)
        .noneMatch(Metric::hasAlias)
        .extracting(Metric::getName)
        .contains(MetricNames.SPOOL_EPOCH, MetricNames.SPOOL_OFFSET, MetricNames.SPOOL_STEPS)
        .doesNotContain(MetricNames.DEVICE_NAME, MetricNames.DEVICE_ASSET);
    Metric measured = birth.getMetrics(birth.getMetricsCount() - 1);
    assertThat(measured.getName()).isEqualTo("free_spaces");
    assertThat(measured.getDatatype()).isEqualTo(DataType.Double_VALUE);
    assertThat(measured.getIsNull()).isTrue();
    assertThat(birth.getMetricsList()).allMatch(Metric::hasTimestamp);
  }

  @Test
  void tellsTheNewestValueInALaterBirth() {
    Born born = new Births(List.of()).add(MACHINE);
    Metric unused = born.metric(new Reading(MACHINE, 3, 5_000, Value.of("idle")), false);
    unused = born.metric(new Reading(MACHINE, 3, 4_000, Value.of("running")), true);

    Payload birth = Births.deviceBirth(born, 9_000, 7).build();

    Metric state = Metrics.find(birth, "state").orElseThrow();
    assertThat(state.getStringValue()).isEqualTo("idle");
    assertThat(state.getTimestamp()).isEqualTo(5_000);
    assertThat(Metrics.find(birth, "vibration")).isEmpty();
  }

  @Test
  void sendsDataByAliasWithoutNameAndType() {
    Born born = new Births(List.of(MACHINE)).all().get(0);

    Metric live = born.metric(new Reading(MACHINE, 2, 5_000, Value.of(21.5)), false);
    Metric late = born.metric(new Reading(MACHINE, 2, 6_000, Value.MISSING), true);

    assertThat(live.hasName() || live.hasDatatype() || live.hasIsHistorical()).isFalse();
    assertThat(live.getDoubleValue()).isEqualTo(21.5);
    assertThat(late.getAlias()).isEqualTo(live.getAlias());
    assertThat(late.getIsNull()).isTrue();
    assertThat(late.getIsHistorical()).isTrue();
  }

  @Test
  void wantsANewBirthOfADeviceThatHasChanged() {
    Births births = new Births(List.of(LOT));
    Device same = Devices.placed("lot", "recorded/parking-lot-counter", "Aachen", 605);
    Device moved = Devices.placed("lot", "recorded/parking-lot-counter", "Bonn", 605);

    assertThat(births.find(same)).isPresent();
    assertThat(births.find(moved)).isEmpty();
    births.add(moved);
    assertThat(births.all()).hasSize(1);
  }

  @Test
  void countsSessionsOverRestartsFromZeroTo255(@TempDir Path folder) {
    Path file = folder.resolve("bdseq");
    assertThat(new BdSeqFile(file).next()).isZero();
    BdSeqFile later = new BdSeqFile(file);
    assertThat(LongStream.range(0, 255).map(i -> later.next()).max()).hasValue(255);
    assertThat(later.next()).isZero();
    assertThat(new BdSeqFile(file).next()).isEqualTo(1);
  }

  @Test
  void groupsASliceByDeviceAndKeepsTheOffsets() {
    Device other = Devices.machine("machine-02");
    Slice slice =
        new Slice(
            100,
            List.of(
                Devices.reading(MACHINE, 1, 1),
                Devices.reading(other, 1, 2),
                Devices.reading(MACHINE, 2, 3),
                Devices.reading(MACHINE, 3, 4),
                Devices.reading(other, 2, 5)));

    List<DataMessage> messages = DataMessage.of(slice, 2);

    assertThat(messages)
        .extracting(message -> message.device().id(), DataMessage::offsets)
        .containsExactly(
            tuple("machine-01", List.of(100L, 102L)),
            tuple("machine-02", List.of(101L, 104L)),
            tuple("machine-01", List.of(103L)));
  }
}
