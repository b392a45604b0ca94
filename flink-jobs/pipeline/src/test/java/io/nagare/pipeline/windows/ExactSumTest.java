package io.nagare.pipeline.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  @Test
  void keepsWhatPlainAdditionLoses() {
    assertThat(sum(List.of(1e100, 1.0, -1e100))).isEqualTo(1.0);
    assertThat(sum(Collections.nCopies(10, 0.1))).isEqualTo(1.0);
    assertThat(sum(List.of())).isZero();
  }

  @Property
  void isTheDoubleNearestToTheTrueSum(
      @ForAll @Size(max = 50) List<@DoubleRange(min = -1e120, max = 1e120) Double> numbers) {
    BigDecimal truth =
        numbers.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(sum(numbers)).isEqualTo(truth.doubleValue() + 0.0);
  }

  @Property
  void isTheSameInAnyOrderAndGrouping(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1e30, max = 1e30) Double> numbers,
      @ForAll Random random) {
    List<Double> shuffled = new ArrayList<>(numbers);
    Collections.shuffle(shuffled, random);
    int cut = random.nextInt(numbers.size());
    ExactSum left = of(shuffled.subList(0, cut));
    left.add(of(shuffled.subList(cut, shuffled.size())));

    assertThat(left.value()).isEqualTo(sum(numbers));
  }

  private static double sum(List<Double> numbers) {
    return of(numbers).value() + 0.0;
  }

  private static ExactSum of(List<Double> numbers) {
    ExactSum sum = new ExactSum();
    numbers.forEach(sum::add);
    return sum;
  }
}
