package io.nagare.pipeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.pipeline.ledger.Reasons;
import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.Value;
import io.nagare.pipeline.reading.ValueKind;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.Test;

class DecodeRulesTest {
  private static final String PUMP = "pump-1";
  private static final long NOON = Instant.parse("2025-12-31T12:00:00Z").toEpochMilli();

  private final FakeGateway gateway = FakeGateway.at("site-1", "plant-gw");
  private final DecodedLists out = new DecodedLists();
  private final DecodeRules rules = new DecodeRules(new HeapGatewayMemory(), out);

  @Test
  void resolvesAliasesThatABirthDeclared() {
    born();

    rules.decode(gateway.data(PUMP, gateway.number(PUMP, "pressure", NOON, 2.5)));

    DecodedReading reading = out.readings.get(0);
    assertThat(reading.measurement()).isEqualTo("pressure");
    assertThat(reading.value()).isEqualTo(Value.of(2.5));
    assertThat(reading.eventTimeMillis()).isEqualTo(NOON);
    assertThat(reading.id().offset()).isZero();
    assertThat(reading.placement().profile()).isEqualTo("recorded/pump-rig@1");
    assertThat(reading.placement().capacity()).isEqualTo(7);
    assertThat(reading.placement().area()).isEmpty();
    assertThat(reading.clockSynchronized()).isTrue();
    assertThat(reading.sourceQuality()).isEqualTo(DecodedReading.NO_SOURCE_QUALITY);
  }

  @Test
  void keepsAValueThatIsDeclaredAbsent() {
    born();

    rules.decode(gateway.data(PUMP, gateway.absent(PUMP, "pressure", NOON)));

    assertThat(out.readings.get(0).value()).isEqualTo(Value.absent(ValueKind.NUMBER));
  }

  @Test
  void readsQualitySourceCodeAndHistory() {
    born();
    Metric.Builder metric =
        gateway
            .number(PUMP, "pressure", NOON, 2.5)
            .setIsHistorical(true)
            .setProperties(Metrics.quality(500, Optional.of("E17")));

    rules.decode(gateway.data(PUMP, metric));

    assertThat(out.readings.get(0).historical()).isTrue();
    assertThat(out.readings.get(0).sourceQuality()).isEqualTo(500);
    assertThat(out.readings.get(0).sourceCode()).isEqualTo("E17");
  }

  @Test
  void resolvesAMetricThatComesByName() {
    born();
    Metric.Builder named = Metrics.named("pressure", DataType.Double, NOON).setDoubleValue(3);

    rules.decode(gateway.data(PUMP, named));

    assertThat(out.readings.get(0).measurement()).isEqualTo("pressure");
  }

  @Test
  void dropsEveryReadingOfARedeliveredMessage() {
    born();
    RawMessage message =
        gateway.data(
            PUMP,
            gateway.number(PUMP, "pressure", NOON, 1),
            gateway.number(PUMP, "pressure", NOON + 1, 2));

    rules.decode(message);
    rules.decode(gateway.again(message));

    assertThat(out.readings).hasSize(2);
    assertThat(out.repeated).extracting(repeated -> repeated.id().offset()).containsExactly(0L, 1L);
  }

  @Test
  void countsOffsetsOfEachEpochOnTheirOwn() {
    born();
    rules.decode(gateway.data(PUMP, gateway.number(PUMP, "pressure", NOON, 1)));
    gateway.epoch(2_000);

    rules.decode(gateway.data(PUMP, gateway.number(PUMP, "pressure", NOON, 1)));

    assertThat(out.readings)
        .extracting(reading -> reading.id().epoch())
        .containsExactly(1_000L, 2_000L);
  }

  @Test
  void rejectsAnAliasThatNoBirthDeclaredButRemembersItsRecordId() {
    RawMessage message = gateway.data(PUMP, gateway.number(PUMP, "pressure", NOON, 1));

    rules.decode(message);
    rules.decode(gateway.again(message));

    Rejected rejected = out.rejected.get(0);
    assertThat(rejected.reason()).isEqualTo(Reasons.UNKNOWN_ALIAS);
    assertThat(rejected.epoch()).isEqualTo(1_000);
    assertThat(rejected.offset()).isZero();
    assertThat(rejected.raw()).isNotEmpty();
    assertThat(out.rejected).hasSize(1);
    assertThat(out.repeated).hasSize(1);
  }

  @Test
  void forgetsAliasesWithTheNextNodeBirth() {
    born();
    rules.decode(gateway.nodeBirth(2));

    rules.decode(gateway.data(PUMP, gateway.number(PUMP, "pressure", NOON, 1)));

    assertThat(out.rejected.get(0).reason()).isEqualTo(Reasons.UNKNOWN_ALIAS);
  }

  @Test
  void doesNotLendADeviceTheAliasOfAnother() {
    born();

    rules.decode(gateway.data("pump-2", gateway.number(PUMP, "pressure", NOON, 1)));

    assertThat(out.rejected.get(0).reason()).isEqualTo(Reasons.UNKNOWN_ALIAS);
    assertThat(out.rejected.get(0).device()).isEqualTo("pump-2");
  }

  @Test
  void rejectsAValueOfAnotherTypeThanDeclared() {
    born();

    rules.decode(gateway.data(PUMP, gateway.text(PUMP, "pressure", NOON, "high")));

    assertThat(out.rejected.get(0).reason()).isEqualTo(Reasons.WRONG_TYPE);
    assertThat(out.rejected.get(0).measurement()).isEqualTo("pressure");
    assertThat(out.rejected.get(0).detail()).isEqualTo("STRING_VALUE came, Double was declared");
  }

  @Test
  void quarantinesATimeBeyondAnyClockError() {
    born();
    gateway.receivedAt("2026-01-01T12:00:00Z");
    long limit = Instant.parse("2026-01-01T12:05:00Z").toEpochMilli();

    rules.decode(
        gateway.data(
            PUMP,
            gateway.number(PUMP, "pressure", limit, 1),
            gateway.number(PUMP, "pressure", limit + 1, 2),
            gateway.number(PUMP, "pressure", -2, 3),
            gateway.number(PUMP, "pressure", Long.MIN_VALUE, 4)));

    assertThat(out.readings)
        .extracting(reading -> reading.value().number())
        .containsExactly(1.0, 3.0);
    assertThat(out.rejected).extracting(Rejected::reason).containsOnly(Reasons.TIME_IN_FUTURE);
    assertThat(out.rejected).extracting(Rejected::offset).containsExactly(1L, 3L);
  }

  @Test
  void takesThePayloadsTimeForAMetricWithout() {
    born();
    Metric.Builder timeless = gateway.number(PUMP, "pressure", NOON, 1).clearTimestamp();

    rules.decode(gateway.data(PUMP, timeless));

    assertThat(out.readings.get(0).eventTimeMillis())
        .isEqualTo(out.readings.get(0).receivedAtMillis());
  }

  @Test
  void keepsTheBytesOfAPayloadThatCannotBeRead() {
    byte[] garbage = "no protobuf".getBytes(StandardCharsets.UTF_8);

    rules.decode(gateway.raw("spBv1.0/site-1/DDATA/plant-gw/pump-1", garbage));

    assertThat(out.rejected.get(0).reason()).isEqualTo(Reasons.MALFORMED_PAYLOAD);
    assertThat(out.rejected.get(0).raw()).isEqualTo(garbage);
    assertThat(out.rejected.get(0).topic()).isEqualTo("spBv1.0/site-1/DDATA/plant-gw/pump-1");
    assertThat(out.rejected.get(0).device()).isEqualTo(PUMP);
  }

  @Test
  void rejectsWhatIsNotSparkplug() {
    rules.decode(gateway.raw("zigbee2mqtt/lamp", new byte[0]));
    rules.decode(gateway.raw("spBv1.0/site-1/NCMD/plant-gw", new byte[0]));

    assertThat(out.rejected).extracting(Rejected::reason).containsOnly(Reasons.NOT_SPARKPLUG);
    assertThat(out.rejected).hasSize(2);
  }

  @Test
  void rejectsReadingsWithoutARecordId() {
    byte[] payload =
        Payload.newBuilder()
            .addMetrics(Metrics.named("pressure", DataType.Double, NOON).setDoubleValue(1))
            .build()
            .toByteArray();

    rules.decode(gateway.raw("spBv1.0/site-1/DDATA/plant-gw/pump-1", payload));

    assertThat(out.rejected.get(0).reason()).isEqualTo(Reasons.MISSING_RECORD_ID);
    assertThat(out.rejected.get(0).raw()).isEqualTo(payload);
  }

  @Test
  void saysWhenDevicesComeAndGo() {
    born();
    rules.decode(gateway.deviceDeath(PUMP));
    rules.decode(gateway.nodeDeath(1));

    assertThat(out.sessions)
        .extracting(SessionChange::device, SessionChange::online)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(PUMP, true),
            org.assertj.core.groups.Tuple.tuple(PUMP, false),
            org.assertj.core.groups.Tuple.tuple("", false));
  }

  @Test
  void ignoresTheWillOfAnOlderConnection() {
    rules.decode(gateway.nodeBirth(2));

    rules.decode(gateway.nodeDeath(1));

    assertThat(out.sessions).isEmpty();
  }

  @Property(tries = 200)
  void endsEveryOffsetInExactlyOneOutputHoweverMessagesAreRepeated(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 19) Integer> deliveries) {
    FakeGateway source = FakeGateway.at("site-1", "plant-gw");
    DecodedLists lists = new DecodedLists();
    DecodeRules decode = new DecodeRules(new HeapGatewayMemory(), lists);
    List<RawMessage> messages = new ArrayList<>();
    decode.decode(source.nodeBirth(1));
    decode.decode(birth(source));
    for (int i = 0; i < 20; i++) {
      messages.add(
          source.data(
              PUMP,
              source.number(PUMP, "pressure", NOON, i),
              source.number(PUMP, i % 3 == 0 ? "undeclared" : "pressure", NOON, i)));
    }

    deliveries.forEach(index -> decode.decode(messages.get(index)));

    TreeSet<Long> expected = new TreeSet<>();
    deliveries.forEach(index -> expected.addAll(List.of(index * 2L, index * 2L + 1)));
    List<Long> once = new ArrayList<>();
    lists.readings.forEach(reading -> once.add(reading.id().offset()));
    lists.rejected.forEach(rejected -> once.add(rejected.offset()));
    assertThat(once).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(once.size() + lists.repeated.size()).isEqualTo(deliveries.size() * 2);
  }

  private void born() {
    rules.decode(gateway.nodeBirth(1));
    rules.decode(birth(gateway));
  }

  private static RawMessage birth(FakeGateway gateway) {
    return gateway.deviceBirth(
        PUMP,
        Map.of(
            MetricNames.DEVICE_PROFILE, "recorded/pump-rig@1",
            MetricNames.DEVICE_KIND, "equipment",
            MetricNames.DEVICE_CAPACITY, 7),
        Map.of("pressure", DataType.Double, "state", DataType.String));
  }
}
