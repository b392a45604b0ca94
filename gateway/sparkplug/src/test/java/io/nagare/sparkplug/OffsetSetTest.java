package io.nagare.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OffsetSetTest {
  @Test
  void raisesItsFloorWhenAGapCloses() {
    OffsetSet set = OffsetSet.startingAt(0);
    set.add(0);
    set.add(2);
    set.add(3);

    assertThat(set.floor()).isEqualTo(1);
    assertThat(set.ranges()).containsExactly(2, 4);

    set.add(1);

    assertThat(set.floor()).isEqualTo(4);
    assertThat(set.ranges()).isEmpty();
  }

  @Test
  void raisingTheFloorSwallowsTheRangesItReaches() {
    OffsetSet set = OffsetSet.of(0, new long[] {3, 5, 7, 9, 20, 21});

    set.raiseFloor(7);

    assertThat(set.floor()).isEqualTo(9);
    assertThat(set.ranges()).containsExactly(20, 21);
  }

  @Property
  void behavesLikeAPlainSetInAnyOrder(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 60) Integer> offsets) {
    OffsetSet set = OffsetSet.startingAt(0);
    Set<Integer> plain = new HashSet<>();

    for (int offset : offsets) {
      assertThat(set.add(offset)).isEqualTo(plain.add(offset));
    }

    for (int offset = 0; offset <= 61; offset++) {
      assertThat(set.contains(offset)).isEqualTo(plain.contains(offset));
    }
    int lowestMissing = 0;
    while (plain.contains(lowestMissing)) {
      lowestMissing++;
    }
    assertThat(set.floor()).isEqualTo(lowestMissing);
  }

  @Property
  void isTheSameAfterItsStateWasKeptAndRestored(
      @ForAll @Size(max = 100) List<@IntRange(min = 0, max = 60) Integer> offsets) {
    OffsetSet set = OffsetSet.startingAt(0);
    offsets.forEach(set::add);

    OffsetSet restored = OffsetSet.of(set.floor(), set.ranges());

    for (int offset = 0; offset <= 61; offset++) {
      assertThat(restored.contains(offset)).isEqualTo(set.contains(offset));
    }
  }
}
