package io.nagare.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.pipeline.decode.FakeGateway;
import io.nagare.pipeline.decode.RawMessage;
import io.nagare.sparkplug.MetricNames;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.iceberg.data.Record;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * The messages of two gateways whose recordings are years apart, with redeliveries and metrics that
 * no birth declared.
 */
final class MixedMessages {
  private static final int STEPS = 600;
  private static final int PER_MESSAGE = 10;
  private static final long PLANT_START = Instant.parse("2020-03-09T10:00:00Z").toEpochMilli();
  private static final long LOT_START = Instant.parse("2025-06-08T00:00:00Z").toEpochMilli();

  private final List<RawMessage> messages = new ArrayList<>();
  private int readings;
  private int unknown;
  private int repeated;

  MixedMessages() {
    FakeGateway plant = FakeGateway.at("site-1", "plant-gw");
    FakeGateway lots = FakeGateway.at("site-1", "parking-gw");
    messages.add(plant.nodeBirth(1));
    messages.add(
        plant.deviceBirth(
            "pump-1",
            Map.of(
                MetricNames.DEVICE_PROFILE, "recorded/pump-rig@1",
                MetricNames.DEVICE_KIND, "equipment"),
            Map.of("current", DataType.Double)));
    messages.add(lots.nodeBirth(1));
    messages.add(
        lots.deviceBirth(
            "lot-1",
            Map.of(
                MetricNames.DEVICE_PROFILE, "recorded/parking-lot-counter@1",
                MetricNames.DEVICE_KIND, "parking",
                MetricNames.DEVICE_CAPACITY, 100),
            Map.of("free_spaces", DataType.Double)));
    for (int step = 0; step < STEPS; step++) {
      addPlant(plant, step);
      addLot(lots, step);
    }
  }

  private void addPlant(FakeGateway plant, int step) {
    var metrics = new ArrayList<Metric.Builder>();
    for (int i = 0; i < PER_MESSAGE; i++) {
      long second = (long) step * PER_MESSAGE + i;
      boolean declared = i != 7 || step % 50 != 0;
      metrics.add(
          plant.number(
              "pump-1",
              declared ? "current" : "undeclared",
              PLANT_START + second * 1_000,
              second * 0.1));
      readings += declared ? 1 : 0;
      unknown += declared ? 0 : 1;
    }
    RawMessage message = plant.data("pump-1", metrics.toArray(new Metric.Builder[0]));
    messages.add(message);
    if (step % 7 == 0) {
      messages.add(plant.again(message));
      repeated += PER_MESSAGE;
    }
  }

  private void addLot(FakeGateway lots, int step) {
    messages.add(
        lots.data(
            "lot-1", lots.number("lot-1", "free_spaces", LOT_START + step * 900_000L, step % 100)));
    readings++;
  }

  int count() {
    return messages.size();
  }

  int readings() {
    return readings;
  }

  int unknown() {
    return unknown;
  }

  int repeated() {
    return repeated;
  }

  GeneratorFunction<Long, RawMessage> generator() {
    return new FromList(new ArrayList<>(messages.stream().map(Stored::of).toList()));
  }

  /** Checks that the newest revisions hold every reading, and that revisions count up by one. */
  void assertDatasets(ReadTables tables) {
    assertThat(readingsOfNewest(tables, "equipment_health_1min", "device"))
        .isEqualTo(readings - STEPS);
    assertThat(readingsOfNewest(tables, "parking_occupancy_15min", "place")).isEqualTo(STEPS);
    assertThat(readingsOfNewest(tables, "site_activity_15min", "site")).isEqualTo(readings);
    for (Record row : tables.rows("parking_occupancy_15min")) {
      assertThat(row.getField("occupied")).isEqualTo(100.0 - (Double) row.getField("free_last"));
    }
  }

  private static long readingsOfNewest(ReadTables tables, String table, String key) {
    Map<List<Object>, Record> newest = new HashMap<>();
    Map<List<Object>, Integer> revisions = new HashMap<>();
    for (Record row : tables.rows(table)) {
      List<Object> name = List.of(row.getField(key), row.getField("window_start"));
      revisions.merge(name, 1, Integer::sum);
      newest.merge(
          name,
          row,
          (one, other) ->
              (Integer) one.getField("revision") > (Integer) other.getField("revision")
                  ? one
                  : other);
    }
    newest.forEach(
        (name, row) -> assertThat(row.getField("revision")).isEqualTo(revisions.get(name)));
    return newest.values().stream().mapToLong(row -> (Long) row.getField("readings")).sum();
  }

  /** A message in a form that travels with the job. */
  private record Stored(
      String topic, long receivedAt, byte[] payload, String gatewayKey, long position)
      implements Serializable {
    static Stored of(RawMessage message) {
      return new Stored(
          message.topic(),
          message.receivedAtMillis(),
          message.payload(),
          message.gatewayKey(),
          message.position());
    }
  }

  /** Gives the messages of a list by number. */
  private record FromList(ArrayList<Stored> messages)
      implements GeneratorFunction<Long, RawMessage> {
    @Override
    public RawMessage map(Long number) {
      Stored message = messages.get(number.intValue());
      return new RawMessage(
          message.topic, message.receivedAt, message.payload, message.gatewayKey, message.position);
    }
  }
}
