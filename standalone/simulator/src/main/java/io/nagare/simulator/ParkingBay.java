package io.nagare.simulator;

import java.util.List;

/**
 * A bay of the car park: cars arrive and leave over the day; its sensor reports each change, and
 * every minute that it still sees the same.
 */
final class ParkingBay implements Source {
  private static final DayCurve DEMAND =
      new DayCurve(
          .12, .10, .08, .08, .08, .10, .18, .35, .55, .70, .80, .88, .90, .86, .82, .80, .82, .86,
          .84, .70, .50, .35, .24, .16);

  private final String device;
  private final Chance chance;
  private final Ticks beat;
  private final Ticks slots;

  /** A bay that reports at least every {@code periodMillis}. */
  ParkingBay(String device, long seed, long periodMillis) {
    this.device = device;
    this.chance = new Chance(seed, device);
    this.beat = Ticks.of(periodMillis, chance);
    long stay = 60_000L * Math.round(chance.between(6, 35, "stay", 0));
    this.slots = new Ticks(stay, (long) (chance.unit("slot phase", 0) * stay));
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public String profile() {
    return "generic/parking-bay";
  }

  /** Whether a car stands there. */
  boolean occupiedAt(long epochMillis) {
    return occupiedIn(slots.indexAt(epochMillis));
  }

  @Override
  public long nextAfter(long epochMillis) {
    long nextBeat = beat.nextAfter(epochMillis);
    long nextSlot = slots.nextAfter(epochMillis);
    boolean changes = occupiedAt(epochMillis) != occupiedAt(nextSlot);
    return changes ? Math.min(nextBeat, nextSlot) : nextBeat;
  }

  @Override
  public List<Reading> readingsAt(long epochMillis) {
    return List.of(new Reading.OfBoolean("occupied", occupiedAt(epochMillis)));
  }

  private boolean occupiedIn(long slot) {
    long begin = slot * slots.periodMillis() + slots.phaseMillis();
    return chance.unit("car", slot) < DEMAND.at(begin + slots.periodMillis() / 2);
  }
}
