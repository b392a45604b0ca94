package io.nagare.simulator;

import java.util.List;

/**
 * What a device says at one time.
 *
 * @param device the device's id
 * @param timeMillis event time, UTC milliseconds
 * @param readings at least one
 */
record Report(String device, long timeMillis, List<Reading> readings) {
  Report {
    readings = List.copyOf(readings);
  }
}
