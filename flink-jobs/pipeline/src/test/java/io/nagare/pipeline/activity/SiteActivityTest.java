package io.nagare.pipeline.activity;

import static io.nagare.pipeline.reading.ReadingBuilder.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.pipeline.reading.ReadingBuilder;
import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.windows.RecipeRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteActivityTest {
  private final SiteActivity recipe = new SiteActivity();

  @Test
  void joinsAllKinds() {
    RecipeRow row =
        RecipeRow.of(
            recipe,
            List.of(
                machine("m-1", "current").value(3).tagged(),
                machine("m-2", "current").value(0.1).tagged(),
                reading()
                    .kind("parking")
                    .device("lot")
                    .measurement("free_spaces")
                    .capacity(100)
                    .value(40)
                    .tagged(),
                bay("bay-1", true),
                bay("bay-2", false),
                room("room-1", "temperature", 20),
                room("room-2", "temperature", 24),
                room("room-1", "co2", 700),
                room("room-1", "co2", 900),
                reading().kind("beacon").device("b-1").measurement("rssi").value(-70).tagged()));

    assertThat(row.cell("machines_heard")).isEqualTo(2L);
    assertThat(row.cell("machines_active")).isEqualTo(1L);
    assertThat(row.cell("parking_places")).isEqualTo(2L);
    assertThat(row.cell("parking_capacity")).isEqualTo(102.0);
    assertThat(row.cell("parking_occupied")).isEqualTo(61.0);
    assertThat(row.cell("parking_occupancy")).isEqualTo(61.0 / 102);
    assertThat(row.cell("rooms_heard")).isEqualTo(2L);
    assertThat(row.cell("room_temperature_mean")).isEqualTo(22.0);
    assertThat(row.cell("room_humidity_mean")).isNull();
    assertThat(row.cell("room_co2_mean")).isEqualTo(800.0);
    assertThat(row.cell("room_co2_max")).isEqualTo(900.0);
    assertThat(row.cell("beacons_heard")).isEqualTo(1L);
    assertThat(row.cell("beacon_rssi_mean")).isEqualTo(-70.0);
    assertThat(row.cell("missing")).isEqualTo("");
    assertThat(row.cell("readings")).isEqualTo(10L);
  }

  @Test
  void namesWhoWasNotHeard() {
    RecipeRow row =
        RecipeRow.of(
            recipe,
            List.of(
                room("room-1", "temperature", 20),
                reading().kind("parking").measurement("free_spaces").flag(4).tagged()));

    assertThat(row.cell("missing")).isEqualTo("equipment,parking,beacon");
    assertThat(row.cell("machines_heard")).isNull();
    assertThat(row.cell("parking_places")).isNull();
    assertThat(row.cell("parking_capacity")).isNull();
  }

  @Test
  void believesAMachineThatSaysWhatItDoes() {
    assertThat(active(machine("m", "state").value("running").tagged())).isEqualTo(1L);
    assertThat(
            active(
                machine("m", "state").value("idle").tagged(),
                machine("m", "current").value(4).tagged()))
        .isEqualTo(0L);
  }

  @Test
  void takesVibrationForWorkOnlyWithoutABetterSign() {
    assertThat(active(machine("m", "vibration_1").value(0.2).tagged())).isEqualTo(1L);
    assertThat(
            active(
                machine("m", "vibration_1").value(0.2).tagged(),
                machine("m", "current").value(0.1).tagged()))
        .isEqualTo(0L);
  }

  @Test
  void givesEveryKindAClockOfItsOwn() {
    SiteTotals totals = recipe.empty();
    recipe.add(totals, room("room-1", "temperature", 20));
    recipe.add(totals, machine("m", "current").value(4).tagged());

    assertThat(recipe.streams(totals)).containsExactlyInAnyOrder("room", "equipment");
  }

  private Object active(TaggedReading... readings) {
    Object cell = RecipeRow.of(recipe, List.of(readings)).cell("machines_active");
    return cell == null ? "nothing" : cell;
  }

  private static ReadingBuilder machine(String device, String measurement) {
    return reading().kind("equipment").device(device).measurement(measurement);
  }

  private static TaggedReading bay(String device, boolean occupied) {
    return reading()
        .kind("parking")
        .device(device)
        .asset("lot-1")
        .measurement("occupied")
        .value(occupied)
        .tagged();
  }

  private static TaggedReading room(String area, String measurement, double value) {
    return reading()
        .kind("room")
        .device(area + "-climate")
        .area(area)
        .measurement(measurement)
        .value(value)
        .tagged();
  }
}
