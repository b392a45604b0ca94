package io.nagare.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PortPlanTest {
  @Property
  void noPortIsUsedTwiceAndAllArePorts(
      @ForAll @IntRange(min = PortPlan.LOWEST, max = PortPlan.HIGHEST) int base,
      @ForAll @IntRange(max = PortPlan.MAX_GATEWAYS) int gateways,
      @ForAll boolean simulated) {
    List<String> names = IntStream.range(0, gateways).mapToObj(i -> "gateway-" + i).toList();

    List<PortPlan.Use> uses = new PortPlan(base).uses(names, simulated);

    assertThat(uses).extracting(PortPlan.Use::number).doesNotHaveDuplicates();
    assertThat(uses).allMatch(use -> use.number() >= base && use.number() <= 65_535);
  }
}
