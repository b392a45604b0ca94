package io.nagare.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSiteTest {
  private static final long NOON = Instant.parse("2026-03-02T03:00:00Z").toEpochMilli();

  @Test
  void hasTheDevicesOfTheHallTheCarParkAndTheMall() {
    DemoSite site = DemoSite.of(1, 1);

    assertThat(site.factory()).hasSize(20).extracting(Source::device).contains("machine-07");
    assertThat(site.parking()).hasSize(200).extracting(Source::device).contains("bay-200");
    assertThat(site.mall())
        .extracting(Source::device)
        .contains("room-01", "room-03", "beacon-01", "beacon-12")
        .hasSize(15);
  }

  @Test
  void saysTheSameForTheSameSeed() {
    assertThat(firstMinutes(42)).isEqualTo(firstMinutes(42));
  }

  @Test
  void saysSomethingElseForAnotherSeed() {
    assertThat(firstMinutes(42)).isNotEqualTo(firstMinutes(43));
  }

  @Test
  void reportsTenTimesAsOftenAtTenTimesTheRate() {
    Source usual = DemoSite.of(1, 1).factory().get(0);
    Source fast = DemoSite.of(1, 10).factory().get(0);

    assertThat(usual.nextAfter(usual.nextAfter(NOON)) - usual.nextAfter(NOON)).isEqualTo(2_000);
    assertThat(fast.nextAfter(fast.nextAfter(NOON)) - fast.nextAfter(NOON)).isEqualTo(200);
  }

  @Test
  void fillsTheCarParkByDayAndEmptiesItByNight() {
    long night = Instant.parse("2026-03-01T18:30:00Z").toEpochMilli();

    assertThat(occupied(NOON)).isGreaterThan(140);
    assertThat(occupied(night)).isBetween(1L, 50L);
  }

  private static long occupied(long time) {
    return DemoSite.of(1, 1).parking().stream()
        .filter(bay -> ((ParkingBay) bay).occupiedAt(time))
        .count();
  }

  private static List<String> firstMinutes(long seed) {
    List<String> packs = new ArrayList<>();
    for (List<Source> sources : DemoSite.of(seed, 1).byGateway().values()) {
      for (Source source : sources) {
        for (long at = source.nextAfter(NOON); at < NOON + 300_000; at = source.nextAfter(at)) {
          Report report = new Report(source.device(), at, source.readingsAt(at));
          packs.add(new String(SenMlPack.json(report), StandardCharsets.UTF_8));
        }
      }
    }
    return packs;
  }
}
