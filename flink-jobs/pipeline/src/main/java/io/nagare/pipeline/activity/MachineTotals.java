package io.nagare.pipeline.activity;

import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.reading.ValueKind;
import io.nagare.pipeline.windows.ExactSum;

/** The signs of work of one machine in one window: state. */
public final class MachineTotals {
  /** The text by which a machine says that it works. */
  static final String RUNNING = "running";

  /**
   * Mean motor current above which a machine works, in A. Electronics at rest draw less; our own
   * definition, documented with the table.
   */
  static final double WORKING_CURRENT = 0.5;

  /** Whether the machine said in which state it is. */
  public boolean hasState;

  /** Whether it said that it runs. */
  public boolean running;

  /** Whether any vibration was above zero. */
  public boolean vibrating;

  /** Readings of the motor current. */
  public long currents;

  /** Their sum. */
  public ExactSum currentSum = new ExactSum();

  /** Adds a usable reading. */
  void add(TaggedReading reading) {
    String measurement = reading.reading().measurement();
    if (reading.reading().value().kind() == ValueKind.TEXT) {
      if (measurement.equals("state")) {
        hasState = true;
        running |= reading.reading().value().text().equals(RUNNING);
      }
    } else if (measurement.equals("current")) {
      currents++;
      currentSum.add(reading.reading().value().number());
    } else if (measurement.startsWith("vibration")) {
      vibrating |= reading.reading().value().number() > 0;
    }
  }

  /** Whether it worked: by its own word if it gives one, else by its current, else by vibration. */
  boolean isActive() {
    if (hasState) {
      return running;
    }
    return currents > 0 ? currentSum.value() / currents > WORKING_CURRENT : vibrating;
  }
}
