package io.nagare.pipeline.equipment;

import static io.nagare.pipeline.reading.ReadingBuilder.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.pipeline.windows.RecipeRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquipmentHealthTest {
  private final EquipmentHealth recipe = new EquipmentHealth();

  @Test
  void computesWithEverythingThatDidNotFail() {
    RecipeRow row =
        RecipeRow.of(
            recipe,
            List.of(
                reading().value(3).at("10:00:01").tagged(),
                reading().value(4).at("10:00:02").flag(3).tagged(),
                reading().value(999).at("10:00:03").flag(4).tagged(),
                reading().absent().at("10:00:04").flag(9).tagged()));

    assertThat(row.cell("used")).isEqualTo(2L);
    assertThat(row.cell("mean")).isEqualTo(3.5);
    assertThat(row.cell("rms")).isEqualTo(Math.sqrt(12.5));
    assertThat(row.cell("min")).isEqualTo(3.0);
    assertThat(row.cell("max")).isEqualTo(4.0);
    assertThat(row.cell("last")).isEqualTo(4.0);
    assertThat(row.cell("readings")).isEqualTo(4L);
    assertThat(row.cell("good")).isEqualTo(1L);
    assertThat(row.cell("quality_share")).isEqualTo(0.25);
  }

  @Test
  void leavesAggregatesEmptyWhenNothingIsUsable() {
    RecipeRow row = RecipeRow.of(recipe, List.of(reading().value(999).flag(4).tagged()));

    assertThat(row.cell("used")).isEqualTo(0L);
    assertThat(row.cell("mean")).isNull();
    assertThat(row.cell("last")).isNull();
    assertThat(row.cell("readings")).isEqualTo(1L);
  }

  @Test
  void takesNumbersOfMachinesOnly() {
    assertThat(recipe.takes(reading().tagged())).isTrue();
    assertThat(recipe.takes(reading().absent().tagged())).isTrue();
    assertThat(recipe.takes(reading().value("running").tagged())).isFalse();
    assertThat(recipe.takes(reading().kind("room").tagged())).isFalse();
  }

  @Test
  void tellsMachinesAndMeasurementsApart() {
    assertThat(recipe.key(reading().device("a").tagged()))
        .isNotEqualTo(recipe.key(reading().device("b").tagged()));
    assertThat(recipe.key(reading().measurement("a").tagged()))
        .isNotEqualTo(recipe.key(reading().measurement("b").tagged()));
  }
}
