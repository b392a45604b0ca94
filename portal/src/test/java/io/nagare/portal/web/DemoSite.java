package io.nagare.portal.web;

import static io.nagare.portal.live.Readings.reading;

import io.nagare.portal.live.HandFeed;
import io.nagare.portal.live.LiveReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A site with every kind of device: 20 machines, 60 bays, 40 car parks, 3 rooms, 12 beacons. */
final class DemoSite {
  private static final List<String> STATES =
      List.of("running", "running", "running", "idle", "running", "stopped", "running", "fault");
  private static final Duration HOUR = Duration.ofHours(1);

  private DemoSite() {}

  static void deliver(HandFeed feed, Instant now) {
    machines(feed, now);
    bays(feed, now);
    lots(feed, now);
    rooms(feed, now);
    beacons(feed, now);
    recordedPump(feed);
  }

  static LiveReading vibration(String machine, double value, Instant at) {
    return reading("demo-site/factory-gw/" + machine + "/vibration")
        .area("hall-a")
        .name("Press " + machine.substring(machine.length() - 2))
        .unit("mm/s")
        .value(value)
        .at(at)
        .build();
  }

  private static void machines(HandFeed feed, Instant now) {
    for (int i = 1; i <= 20; i++) {
      String device = "machine-%02d".formatted(i);
      Instant at = i == 7 ? now.minusSeconds(133) : now;
      String series = "demo-site/factory-gw/" + device + "/";
      String name = "Press %02d".formatted(i);
      feed.deliver(vibration(device, 1.2 + i * 0.37, at));
      feed.deliver(
          reading(series + "current")
              .area("hall-a")
              .name(name)
              .unit("A")
              .value(12.5 + i)
              .at(at)
              .build());
      feed.deliver(
          reading(series + "temperature")
              .area("hall-a")
              .name(name)
              .unit("Cel")
              .value(i == 4 ? 121 : 41 + i * 0.9)
              .flag(i == 4 ? 3 : 1)
              .at(at)
              .build());
      feed.deliver(
          reading(series + "state")
              .area("hall-a")
              .name(name)
              .text(STATES.get(i % STATES.size()))
              .at(at)
              .build());
    }
  }

  private static void bays(HandFeed feed, Instant now) {
    for (int i = 1; i <= 60; i++) {
      feed.deliver(
          reading("demo-site/parking-gw/bay-%03d/occupied".formatted(i))
              .kind("parking", "generic/parking-bay@1")
              .area("lot-1")
              .asset("lot-1")
              .value(i % 3 == 0 ? 0 : 1)
              .at(i % 17 == 0 ? now.minus(HOUR) : now)
              .maxPeriod(Duration.ofMinutes(3))
              .build());
    }
  }

  private static void lots(HandFeed feed, Instant now) {
    List<String> cities = List.of("Aachen", "Köln", "Ulm", "豊田市");
    for (int i = 0; i < 40; i++) {
      int capacity = 120 + i * 7;
      feed.deliver(
          reading("demo-site/city-gw/lot-%02d/free_spaces".formatted(i))
              .kind("parking", "generic/parking-lot-counter@1")
              .area(cities.get(i % 4))
              .name(i % 4 == 3 ? "第" + i + "駐車場" : "Parkhaus " + i + " Am Markt")
              .capacity(capacity)
              .value(i == 9 ? capacity + 12 : Math.round(capacity * ((i * 13) % 100) / 100.0))
              .flag(i == 9 ? 3 : 1)
              .at(i % 11 == 0 ? now.minus(HOUR) : now)
              .maxPeriod(Duration.ofMinutes(15))
              .build());
    }
  }

  private static void rooms(HandFeed feed, Instant now) {
    for (int i = 1; i <= 3; i++) {
      String series = "demo-site/mall-gw/room-%02d/".formatted(i);
      String profile = "generic/room-climate@1";
      Duration period = Duration.ofMinutes(1);
      feed.deliver(
          reading(series + "temperature")
              .kind("room", profile)
              .area("zone-a")
              .unit("Cel")
              .value(22.4 + i)
              .at(now)
              .maxPeriod(period)
              .build());
      feed.deliver(
          reading(series + "humidity")
              .kind("room", profile)
              .area("zone-a")
              .unit("%")
              .value(41.5 + i)
              .at(now)
              .maxPeriod(period)
              .build());
      feed.deliver(
          reading(series + "co2")
              .kind("room", profile)
              .area("zone-a")
              .unit("[ppm]")
              .value(612 + 90 * i)
              .at(now)
              .maxPeriod(period)
              .build());
    }
  }

  private static void beacons(HandFeed feed, Instant now) {
    for (int i = 1; i <= 12; i++) {
      feed.deliver(
          reading("demo-site/mall-gw/beacon-%02d/rssi".formatted(i))
              .kind("beacon", "generic/beacon-receiver@1")
              .area("zone-" + (char) ('a' + i % 3))
              .unit("dB[mW]")
              .value(-52 - 4 * i)
              .at(i == 5 ? now.minus(HOUR) : now)
              .maxPeriod(Duration.ofMinutes(1))
              .build());
    }
  }

  private static void recordedPump(HandFeed feed) {
    Instant then = Instant.parse("2020-03-09T10:14:33Z");
    List<String> names =
        List.of("vibration_1", "vibration_2", "current", "pressure", "temperature", "flow");
    List<String> units = List.of("[g]", "[g]", "A", "bar", "Cel", "L/min");
    for (int i = 0; i < names.size(); i++) {
      feed.deliver(
          reading("shared-site/plant-gw/pump-1/" + names.get(i))
              .kind("equipment", "recorded/pump-rig@1")
              .area("hall-a")
              .unit(units.get(i))
              .value(0.0271 * Math.pow(10, i))
              .at(then)
              .build());
    }
  }
}
