package io.nagare.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RestartRulesTest {
  private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

  @Test
  void startsAgainSoonAfterTheFirstDeath() {
    assertThat(RestartRules.pauseAfter(List.of(TEN), TEN)).contains(Duration.ofMillis(250));
  }

  @Test
  void waitsTwiceAsLongAfterEachDeathOfTheSameMinute() {
    List<Instant> deaths = List.of(TEN, TEN.plusSeconds(1), TEN.plusSeconds(2));

    assertThat(RestartRules.pauseAfter(deaths, TEN.plusSeconds(2))).contains(Duration.ofSeconds(1));
  }

  @Test
  void givesUpAfterFiveDeathsWithinAMinute() {
    List<Instant> deaths = deathsEvery(Duration.ofSeconds(14), 5);

    assertThat(RestartRules.pauseAfter(deaths, deaths.get(4))).isEmpty();
  }

  @Test
  void forgetsDeathsThatAreOlderThanAMinute() {
    List<Instant> deaths = deathsEvery(Duration.ofSeconds(15), 5);

    assertThat(RestartRules.pauseAfter(deaths, deaths.get(4))).isPresent();
  }

  @Property
  void aProcessThatDiesRarelyIsNeverGivenUp(
      @ForAll @IntRange(min = 1, max = 100) int deaths,
      @ForAll @IntRange(min = 15, max = 10_000) int seconds) {
    List<Instant> all = deathsEvery(Duration.ofSeconds(seconds), deaths);

    Optional<Duration> pause = RestartRules.pauseAfter(all, all.get(deaths - 1));

    assertThat(pause).hasValueSatisfying(p -> assertThat(p).isLessThan(Duration.ofSeconds(15)));
  }

  private static List<Instant> deathsEvery(Duration step, int count) {
    List<Instant> deaths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      deaths.add(TEN.plus(step.multipliedBy(i)));
    }
    return deaths;
  }
}
