package io.nagare.pipeline.activity;

import io.nagare.pipeline.parking.LastValue;
import io.nagare.pipeline.parking.Parking;
import io.nagare.pipeline.windows.ExactSum;

/**
 * How full the car parks of a site are together; only those count whose capacity is known.
 *
 * @param capacity in spaces
 * @param occupied in spaces
 */
record ParkedCars(double capacity, double occupied) {

  /** Counts the cars at the end of a window. */
  static ParkedCars of(SiteTotals totals) {
    long capacity = 0;
    ExactSum occupied = new ExactSum();
    for (LastValue counter : totals.counters.values()) {
      if (counter.capacity() > 0) {
        capacity += counter.capacity();
        occupied.add(Parking.occupied(counter.capacity(), counter.number()));
      }
    }
    for (LastValue bay : totals.bays.values()) {
      capacity++;
      occupied.add(bay.number());
    }
    return new ParkedCars(capacity, occupied.value());
  }
}
