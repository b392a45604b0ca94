package io.nagare.pipeline.parking;

import static io.nagare.pipeline.reading.ReadingBuilder.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.pipeline.reading.ReadingBuilder;
import io.nagare.pipeline.windows.RecipeRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParkingOccupancyTest {
  private final ParkingOccupancy recipe = new ParkingOccupancy();

  @Test
  void subtractsTheNewestFreeSpacesFromTheCapacity() {
    RecipeRow row =
        RecipeRow.of(
            recipe,
            List.of(
                counter().value(30).at("10:14").tagged(),
                counter().value(50).at("10:02").tagged(),
                counter().value(-5).at("10:14:30").flag(4).tagged()));

    assertThat(row.cell("place")).isEqualTo("lot-7");
    assertThat(row.cell("place_name")).isEqualTo("Station North");
    assertThat(row.cell("source")).isEqualTo("counter");
    assertThat(row.cell("capacity")).isEqualTo(120L);
    assertThat(row.cell("free_last")).isEqualTo(30.0);
    assertThat(row.cell("free_min")).isEqualTo(30.0);
    assertThat(row.cell("free_mean")).isEqualTo(40.0);
    assertThat(row.cell("occupied")).isEqualTo(90.0);
    assertThat(row.cell("occupancy")).isEqualTo(0.75);
    assertThat(row.cell("bays_reported")).isNull();
  }

  @Test
  void callsACarParkEmptyWhenMoreIsFreeThanThereIs() {
    RecipeRow row = RecipeRow.of(recipe, List.of(counter().value(130).flag(3).tagged()));

    assertThat(row.cell("free_last")).isEqualTo(130.0);
    assertThat(row.cell("occupied")).isEqualTo(0.0);
    assertThat(row.cell("occupancy")).isEqualTo(0.0);
  }

  @Test
  void doesNotGuessTheCapacity() {
    RecipeRow row = RecipeRow.of(recipe, List.of(counter().capacity(-1).value(10).tagged()));

    assertThat(row.cell("free_last")).isEqualTo(10.0);
    assertThat(row.cell("capacity")).isNull();
    assertThat(row.cell("occupied")).isNull();
    assertThat(row.cell("occupancy")).isNull();
  }

  @Test
  void countsTheNewestReportOfEachBay() {
    RecipeRow row =
        RecipeRow.of(
            recipe,
            List.of(
                bay("bay-1").value(true).at("10:01").tagged(),
                bay("bay-2").value(false).at("10:10").tagged(),
                bay("bay-2").value(true).at("10:05").tagged(),
                bay("bay-3").value(false).at("10:02").tagged(),
                bay("bay-4").value(true).at("10:03").tagged()));

    assertThat(row.cell("place")).isEqualTo("lot-1");
    assertThat(row.cell("source")).isEqualTo("bays");
    assertThat(row.cell("bays_reported")).isEqualTo(4L);
    assertThat(row.cell("occupied")).isEqualTo(2.0);
    assertThat(row.cell("occupancy")).isEqualTo(0.5);
    assertThat(row.cell("free_last")).isNull();
  }

  @Test
  void gathersBaysUnderTheirAssetAndCountersUnderTheirDevice() {
    assertThat(recipe.key(bay("bay-1").tagged())).isEqualTo(recipe.key(bay("bay-2").tagged()));
    assertThat(recipe.key(counter().tagged()))
        .isNotEqualTo(recipe.key(counter().device("lot-8").tagged()));
    assertThat(recipe.takes(counter().measurement("battery").tagged())).isFalse();
  }

  private static ReadingBuilder counter() {
    return reading()
        .kind("parking")
        .device("lot-7")
        .name("Station North")
        .measurement("free_spaces")
        .capacity(120);
  }

  private static ReadingBuilder bay(String id) {
    return reading().kind("parking").device(id).asset("lot-1").measurement("occupied").value(true);
  }
}
