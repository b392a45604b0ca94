package io.nagare.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(2));

  @Test
  void doublesWithEachFailure() {
    assertThat(backOff.after(1, 1)).isEqualTo(Duration.ofMillis(100));
    assertThat(backOff.after(2, 1)).isEqualTo(Duration.ofMillis(200));
    assertThat(backOff.after(3, 1)).isEqualTo(Duration.ofMillis(400));
  }

  @Property
  void staysBetweenHalfTheFirstAndTheLongest(
      @ForAll @IntRange(min = 1) int failures, @ForAll @DoubleRange(max = 1) double chance) {
    assertThat(backOff.after(failures, chance))
        .isBetween(Duration.ofMillis(50), Duration.ofSeconds(2));
  }
}
