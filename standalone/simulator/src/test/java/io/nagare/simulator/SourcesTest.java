package io.nagare.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SourcesTest {
  private static final long FROM = 1_700_000_000_000L;
  private static final long TO = 2_000_000_000_000L;

  @Property
  void aMachineMeasuresWhatItsStateImplies(
      @ForAll long seed, @ForAll @LongRange(min = FROM, max = TO) long time) {
    Machine machine = new Machine("machine-01", seed, 2_000);
    List<Reading> readings = machine.readingsAt(time);
    double vibration = number(readings, "vibration");
    double current = number(readings, "current");

    assertThat(vibration).isBetween(0.0, 100.0);
    assertThat(number(readings, "temperature")).isBetween(-10.0, 120.0);
    switch (machine.stateAt(time)) {
      case RUNNING -> assertThat(current).isBetween(5.0, 30.0);
      case IDLE -> assertThat(current).isBetween(0.5, 6.0);
      case STOPPED -> assertThat(current).isZero();
      case FAULT -> assertThat(current).isGreaterThan(8.0);
    }
    assertThat(readings)
        .contains(new Reading.OfText("state", machine.stateAt(time).text()))
        .hasSize(4);
  }

  @Property
  void aBayReportsEachChangeAndAtLeastEveryMinute(
      @ForAll long seed, @ForAll @LongRange(min = FROM, max = TO) long time) {
    ParkingBay bay = new ParkingBay("bay-001", seed, 60_000);
    long at = time;
    for (int i = 0; i < 50; i++) {
      long next = bay.nextAfter(at);
      assertThat(next).isBetween(at + 1, at + 60_000);
      for (long between = at; between < next; between += 1_000) {
        assertThat(bay.occupiedAt(between)).isEqualTo(bay.occupiedAt(at));
      }
      at = next;
    }
  }

  @Property
  void aRoomHasMoreCarbonDioxideThanOutsideAndStaysLiveable(
      @ForAll long seed, @ForAll @LongRange(min = FROM, max = TO) long time) {
    List<Reading> readings = new Room("room-01", seed, 10_000).readingsAt(time);

    assertThat(number(readings, "co2")).isBetween(380.0, 2_500.0);
    assertThat(number(readings, "temperature")).isBetween(15.0, 35.0);
    assertThat(number(readings, "humidity")).isBetween(20.0, 95.0);
  }

  @Property
  void aReceiverHearsWithinWhatRadiosHear(
      @ForAll long seed, @ForAll @LongRange(min = FROM, max = TO) long time) {
    BeaconReceiver receiver = new BeaconReceiver("beacon-01", seed, 10_000);

    assertThat(number(receiver.readingsAt(time), "rssi")).isBetween(-105.0, -20.0);
    assertThat(receiver.metresAt(time)).isBetween(1.0, 35.0);
  }

  @Property
  void aLaggingValueStaysWithinItsTargets(
      @ForAll long time,
      @ForAll @DoubleRange(min = -100, max = 100) double low,
      @ForAll @DoubleRange(min = 0, max = 100) double span) {
    Lag lag = new Lag(60_000, 10, 200_000);

    double value =
        lag.at(Math.floorMod(time, TO), step -> Math.floorMod(step, 2) == 0 ? low : low + span);

    assertThat(value).isBetween(low - 1e-9, low + span + 1e-9);
  }

  @Property
  void beatsAreRegular(
      @ForAll @IntRange(min = 1, max = 100_000) int period,
      @ForAll long seed,
      @ForAll @LongRange(min = FROM, max = TO) long time) {
    Ticks ticks = Ticks.of(period, new Chance(seed, "device"));
    long next = ticks.nextAfter(time);

    assertThat(next).isBetween(time + 1, time + period);
    assertThat(ticks.nextAfter(next)).isEqualTo(next + period);
    assertThat(ticks.indexAt(next)).isEqualTo(ticks.indexAt(time) + 1);
  }

  @Property
  void aNumberIsAsFineAsItsSensor(@ForAll @DoubleRange(min = -100, max = 100) double value) {
    Reading.OfNumber rounded = (Reading.OfNumber) Reading.of("x", value, 0.1);

    assertThat(Double.toString(rounded.value())).matches("-?\\d+\\.\\d");
    assertThat(rounded.value()).isBetween(value - 0.0501, value + 0.0501);
  }

  private static double number(List<Reading> readings, String measurement) {
    return readings.stream()
        .filter(reading -> reading.measurement().equals(measurement))
        .map(reading -> (Reading.OfNumber) reading)
        .findFirst()
        .orElseThrow()
        .value();
  }
}
