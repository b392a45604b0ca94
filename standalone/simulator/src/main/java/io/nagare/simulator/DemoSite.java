package io.nagare.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The devices of the simulated site {@code demo-site}, by the gateway that they report to.
 *
 * @param factory a hall of 20 machines
 * @param parking a car park of 200 bays
 * @param mall 3 rooms and 12 beacon receivers
 */
record DemoSite(List<Source> factory, List<Source> parking, List<Source> mall) {
  /** The gateway of the factory hall. */
  static final String FACTORY = "factory-gw";

  /** The gateway of the car park. */
  static final String PARKING = "parking-gw";

  /** The gateway of the mall. */
  static final String MALL = "mall-gw";

  private static final int MACHINES = 20;
  private static final int BAYS = 200;
  private static final int ROOMS = 3;
  private static final int BEACONS = 12;

  /**
   * The devices of one seed.
   *
   * @param seed the same seed gives the same site
   * @param rate how many times as often as usual each device reports
   */
  static DemoSite of(long seed, double rate) {
    List<Source> factory = new ArrayList<>();
    for (int i = 1; i <= MACHINES; i++) {
      factory.add(new Machine("machine-%02d".formatted(i), seed, period(2_000, rate)));
    }
    List<Source> parking = new ArrayList<>();
    for (int i = 1; i <= BAYS; i++) {
      parking.add(new ParkingBay("bay-%03d".formatted(i), seed, period(60_000, rate)));
    }
    List<Source> mall = new ArrayList<>();
    for (int i = 1; i <= ROOMS; i++) {
      mall.add(new Room("room-%02d".formatted(i), seed, period(10_000, rate)));
    }
    for (int i = 1; i <= BEACONS; i++) {
      mall.add(new BeaconReceiver("beacon-%02d".formatted(i), seed, period(10_000, rate)));
    }
    return new DemoSite(List.copyOf(factory), List.copyOf(parking), List.copyOf(mall));
  }

  /** The devices by the name of their gateway. */
  Map<String, List<Source>> byGateway() {
    Map<String, List<Source>> byGateway = new LinkedHashMap<>();
    byGateway.put(FACTORY, factory);
    byGateway.put(PARKING, parking);
    byGateway.put(MALL, mall);
    return byGateway;
  }

  private static long period(long usualMillis, double rate) {
    return Math.max(1, Math.round(usualMillis / rate));
  }
}
