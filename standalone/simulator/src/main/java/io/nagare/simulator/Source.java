package io.nagare.simulator;

import java.util.List;

/** A simulated device: pure, so the same time always gives the same readings. */
interface Source {
  /** The device's id. */
  String device();

  /** The profile that it is enrolled with. */
  String profile();

  /** The next time after this one at which it reports by itself, in UTC milliseconds. */
  long nextAfter(long epochMillis);

  /** What it measures at this time. */
  List<Reading> readingsAt(long epochMillis);
}
