package io.nagare.simulator;

import java.util.List;

/**
 * A receiver in a zone of the mall: hears the beacon of the walker who is nearest, louder when
 * near.
 *
 * <p>The signal falls with the logarithm of the distance (log-distance path loss; exponent 2.2
 * indoors with a clear view) and varies with people in between.
 */
final class BeaconReceiver implements Source {
  private static final double AT_ONE_METRE_DBM = -59;
  private static final double PATH_LOSS_EXPONENT = 2.2;
  private static final double FARTHEST_METRES = 35;
  private static final double FADING_DECIBEL = 3;

  /** Walkers pass a receiver in about this time. */
  private static final long WALK_MILLIS = 45_000;

  private final String device;
  private final Chance chance;
  private final Ticks ticks;
  private final long walkPhase;

  /** A receiver that reports every {@code periodMillis}. */
  BeaconReceiver(String device, long seed, long periodMillis) {
    this.device = device;
    this.chance = new Chance(seed, device);
    this.ticks = Ticks.of(periodMillis, chance);
    this.walkPhase = (long) (chance.unit("walk phase", 0) * WALK_MILLIS);
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public String profile() {
    return "generic/beacon-receiver";
  }

  @Override
  public long nextAfter(long epochMillis) {
    return ticks.nextAfter(epochMillis);
  }

  @Override
  public List<Reading> readingsAt(long epochMillis) {
    double loss = 10 * PATH_LOSS_EXPONENT * Math.log10(metresAt(epochMillis));
    double fading = FADING_DECIBEL * chance.gaussian("fading", ticks.indexAt(epochMillis));
    double rssi = Math.max(-105, Math.min(-20, AT_ONE_METRE_DBM - loss + fading));
    return List.of(Reading.of("rssi", rssi, 1));
  }

  /** How far the nearest walker is: from one passing to the next, straight. */
  double metresAt(long epochMillis) {
    long time = epochMillis + walkPhase;
    long walk = Math.floorDiv(time, WALK_MILLIS);
    double part = (double) Math.floorMod(time, WALK_MILLIS) / WALK_MILLIS;
    return waypoint(walk) * (1 - part) + waypoint(walk + 1) * part;
  }

  private double waypoint(long walk) {
    return chance.between(1, FARTHEST_METRES, "waypoint", walk);
  }
}
