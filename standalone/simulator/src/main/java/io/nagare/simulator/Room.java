package io.nagare.simulator;

import java.util.List;

/** A room of the mall: people come and go; carbon dioxide, heat and moisture follow them slowly. */
final class Room implements Source {
  private static final long SLOT_MILLIS = 120_000;
  private static final Lag AIR = new Lag(SLOT_MILLIS, 20, 900_000);
  private static final double OUTSIDE_PPM = 420;
  private static final double PPM_PER_PERSON = 42;

  private static final DayCurve VISITORS =
      new DayCurve(
          0, 0, 0, 0, 0, 0, 0, .05, .15, .35, .55, .75, .9, .85, .75, .7, .75, .85, .9, .7, .45,
          .15, .05, 0);

  private final String device;
  private final Chance chance;
  private final Ticks ticks;
  private final double places;

  /** A room that reports every {@code periodMillis}. */
  Room(String device, long seed, long periodMillis) {
    this.device = device;
    this.chance = new Chance(seed, device);
    this.ticks = Ticks.of(periodMillis, chance);
    this.places = chance.between(12, 30, "places", 0);
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public String profile() {
    return "generic/room-climate";
  }

  @Override
  public long nextAfter(long epochMillis) {
    return ticks.nextAfter(epochMillis);
  }

  @Override
  public List<Reading> readingsAt(long epochMillis) {
    long tick = ticks.indexAt(epochMillis);
    double people = AIR.at(epochMillis, this::peopleIn);
    double co2 = OUTSIDE_PPM + PPM_PER_PERSON * people + 6 * chance.gaussian("co2", tick);
    double temperature = 21.5 + 0.12 * people + 0.08 * chance.gaussian("temperature", tick);
    double humidity = 42 + 0.5 * people + 0.4 * chance.gaussian("humidity", tick);
    return List.of(
        Reading.of("temperature", temperature, 0.1),
        Reading.of("humidity", Math.min(95, humidity), 0.1),
        Reading.of("co2", Math.max(380, co2), 1));
  }

  /** How many people are in the room in a slot of two minutes. */
  double peopleIn(long slot) {
    double wanted = places * VISITORS.at(slot * SLOT_MILLIS);
    return Math.rint(wanted * chance.between(0.6, 1.4, "people", slot));
  }
}
