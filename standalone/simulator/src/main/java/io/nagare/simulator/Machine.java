package io.nagare.simulator;

import java.util.List;

/**
 * A machine of the factory hall: runs, idles, stops and now and then faults; what its monitor
 * measures follows from that.
 */
final class Machine implements Source {
  /**
   * What a machine is doing; the texts are those of the profile {@code generic/machine-monitor}.
   */
  enum State {
    RUNNING("running", 14, 2.8, 58),
    IDLE("idle", 2.5, 0.5, 36),
    STOPPED("stopped", 0, 0.05, 24),
    FAULT("fault", 21, 11, 82);

    private final String text;
    private final double amperes;
    private final double millimetresPerSecond;
    private final double celsius;

    State(String text, double amperes, double millimetresPerSecond, double celsius) {
      this.text = text;
      this.amperes = amperes;
      this.millimetresPerSecond = millimetresPerSecond;
      this.celsius = celsius;
    }

    String text() {
      return text;
    }
  }

  private static final long SLOT_MILLIS = 90_000;
  private static final Lag HEAT = new Lag(SLOT_MILLIS, 12, 300_000);

  /** A loose cable: one reading in so many is far outside what the sensor usually says. */
  private static final double GLITCH = 1.0 / 4_000;

  private static final DayCurve SHIFTS =
      new DayCurve(
          .55, .55, .5, .5, .5, .55, .7, .85, .95, .95, .95, .9, .75, .95, .95, .95, .95, .9, .85,
          .8, .75, .7, .65, .6);

  private final String device;
  private final Chance chance;
  private final Ticks ticks;
  private final double size;
  private final long slotPhase;

  /** A machine that reports every {@code periodMillis}. */
  Machine(String device, long seed, long periodMillis) {
    this.device = device;
    this.chance = new Chance(seed, device);
    this.ticks = Ticks.of(periodMillis, chance);
    this.size = chance.between(0.75, 1.3, "size", 0);
    this.slotPhase = (long) (chance.unit("slot phase", 0) * SLOT_MILLIS);
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public String profile() {
    return "generic/machine-monitor";
  }

  @Override
  public long nextAfter(long epochMillis) {
    return ticks.nextAfter(epochMillis);
  }

  /** What the machine is doing at a time. */
  State stateAt(long epochMillis) {
    return stateOfSlot(Math.floorDiv(epochMillis + slotPhase, SLOT_MILLIS));
  }

  @Override
  public List<Reading> readingsAt(long epochMillis) {
    long tick = ticks.indexAt(epochMillis);
    State state = stateAt(epochMillis);
    double load = size * (1 + 0.06 * chance.gaussian("load", tick));
    double vibration = state.millimetresPerSecond * load + 0.02 * chance.unit("floor", tick);
    if (chance.unit("glitch", tick) < GLITCH) {
      vibration = chance.between(50, 95, "glitch size", tick);
    }
    double temperature =
        HEAT.at(epochMillis + slotPhase, slot -> stateOfSlot(slot).celsius * (0.9 + size / 10))
            + 0.15 * chance.gaussian("heat", tick);
    return List.of(
        Reading.of("vibration", Math.max(0, vibration), 0.01),
        Reading.of("current", Math.max(0, state.amperes * load), 0.01),
        Reading.of("temperature", temperature, 0.1),
        new Reading.OfText("state", state.text));
  }

  private State stateOfSlot(long slot) {
    double busy = SHIFTS.at(slot * SLOT_MILLIS);
    double draw = chance.unit("state", slot);
    if (draw < 0.02) {
      return State.FAULT;
    }
    if (draw < 0.02 + 0.9 * busy) {
      return State.RUNNING;
    }
    return chance.unit("rest", slot) < busy ? State.IDLE : State.STOPPED;
  }
}
