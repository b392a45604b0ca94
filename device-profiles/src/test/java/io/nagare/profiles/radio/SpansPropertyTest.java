package io.nagare.profiles.radio;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.profiles.FrequencySpan;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpansPropertyTest {

  @Property
  void whatIsSharedIsInBoth(
      @ForAll("spans") FrequencySpan one, @ForAll("spans") FrequencySpan two) {
    Optional<FrequencySpan> shared = Spans.shared(one, two);

    for (long hz = 0; hz <= 200; hz++) {
      if (shared.isPresent() && shared.get().contains(hz)) {
        assertThat(one.contains(hz) && two.contains(hz)).as("%d", hz).isTrue();
      }
    }
    assertThat(Spans.shared(two, one)).isEqualTo(shared);
  }

  @Property
  void whatIsCoveredIsInTheOthers(
      @ForAll("spans") FrequencySpan span,
      @ForAll("spans") FrequencySpan one,
      @ForAll("spans") FrequencySpan two) {
    if (Spans.covered(span, List.of(one, two))) {
      for (long hz = span.fromHz(); hz <= span.toHz(); hz++) {
        boolean meant = span.stepHz() == 0 || span.contains(hz);
        assertThat(!meant || one.contains(hz) || two.contains(hz)).as("%d", hz).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<FrequencySpan> spans() {
    Arbitrary<Long> steps = Arbitraries.of(0L, 0L, 1L, 2L, 3L, 5L, 10L);
    return Combinators.combine(
            Arbitraries.longs().between(0, 100), Arbitraries.longs().between(0, 20), steps)
        .as(
            (from, length, step) ->
                new FrequencySpan(from, from + length * Math.max(1, step), step));
  }
}
