package io.nagare.portal.live;

import static io.nagare.portal.live.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreshnessRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration PERIOD = Duration.ofSeconds(10);

  @Test
  void isFreshUntilItsLongestSilenceAndTheWayToThePageAreOver() {
    assertThat(stateAtAge(Duration.ZERO)).isEqualTo(Freshness.FRESH);
    assertThat(stateAtAge(PERIOD.plus(FreshnessRules.DELIVERY))).isEqualTo(Freshness.FRESH);
    assertThat(stateAtAge(PERIOD.plus(FreshnessRules.DELIVERY).plusMillis(1)))
        .isEqualTo(Freshness.STALE);
  }

  @Test
  void aValueOfADeadSessionIsStaleHoweverYoungItIs() {
    LiveReading dead = reading("s/g/d/m").value(1).at(NOW).maxPeriod(PERIOD).dead().build();
    assertThat(FreshnessRules.of(dead, NOW)).isEqualTo(Freshness.STALE);
  }

  @Test
  void aSeriesThatWasNeverHeardIsStale() {
    assertThat(FreshnessRules.of(reading("s/g/d/m").build(), NOW)).isEqualTo(Freshness.STALE);
    assertThat(FreshnessRules.of(reading("s/g/d/m").at(NOW).build(), NOW))
        .as("an event without a value")
        .isEqualTo(Freshness.STALE);
  }

  @Test
  void aClockALittleAheadIsForgivenAndOneFarAheadTellsNoAge() {
    assertThat(stateAtAge(Duration.ofSeconds(-60))).isEqualTo(Freshness.FRESH);
    assertThat(stateAtAge(Duration.ofSeconds(-61))).isEqualTo(Freshness.STALE);
  }

  @Test
  void aRecordingOfYearsAgoIsStale() {
    assertThat(stateAtAge(Duration.ofDays(2000))).isEqualTo(Freshness.STALE);
  }

  private static Freshness stateAtAge(Duration age) {
    return FreshnessRules.of(
        reading("s/g/d/m").value(1).at(NOW.minus(age)).maxPeriod(PERIOD).build(), NOW);
  }
}
