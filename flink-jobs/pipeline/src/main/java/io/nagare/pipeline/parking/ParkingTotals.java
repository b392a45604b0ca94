package io.nagare.pipeline.parking;

import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.windows.NumberTotals;
import io.nagare.pipeline.windows.QualityCount;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one car park in one window: state. */
public final class ParkingTotals {
  /** Of every reading. */
  public QualityCount quality = new QualityCount();

  /** Free spaces, by the counter. */
  public NumberTotals free = new NumberTotals();

  /** The counter's newest value; null while there is none. */
  public @Nullable LastValue counter;

  /** Bay → its newest value. */
  public Map<String, LastValue> bays = new HashMap<>();

  /** Adds a reading of the car park's counter or of one of its bays. */
  public void add(TaggedReading reading) {
    quality.add(reading);
    if (!reading.isUsable()) {
      return;
    }
    LastValue value = LastValue.of(reading.reading());
    if (Parking.isBay(reading)) {
      bays.merge(reading.reading().placement().device(), value, LastValue::newer);
    } else if (NumberTotals.takes(reading)) {
      free.add(reading);
      counter = counter == null ? value : LastValue.newer(counter, value);
    }
  }

  /** Bays whose newest value says that a car stands there. */
  public long occupiedBays() {
    return bays.values().stream().filter(bay -> bay.number() != 0).count();
  }
}
