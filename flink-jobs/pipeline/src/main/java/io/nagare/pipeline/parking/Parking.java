package io.nagare.pipeline.parking;

import io.nagare.pipeline.reading.Placement;
import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.reading.ValueKind;
import io.nagare.profiles.Kind;

/** Which readings say how full a car park is, and which car park they mean. */
public final class Parking {
  /** The measurement of a counter at the car park's gates: free spaces. */
  public static final String FREE_SPACES = "free_spaces";

  /** The measurement of a sensor in one bay: whether a car stands there. */
  public static final String OCCUPIED = "occupied";

  private Parking() {}

  /** Whether the reading comes from a counter of a whole car park. */
  public static boolean isCounter(TaggedReading reading) {
    return isParking(reading)
        && reading.reading().measurement().equals(FREE_SPACES)
        && reading.reading().value().kind() == ValueKind.NUMBER;
  }

  /** Whether the reading comes from the sensor of one bay. */
  public static boolean isBay(TaggedReading reading) {
    return isParking(reading)
        && reading.reading().measurement().equals(OCCUPIED)
        && reading.reading().value().kind() == ValueKind.BOOLEAN;
  }

  /** The car park: a counter's device; a bay's asset, or its area, or the bay on its own. */
  public static String place(TaggedReading reading) {
    Placement placement = reading.reading().placement();
    if (isCounter(reading)) {
      return placement.device();
    }
    if (!placement.asset().isEmpty()) {
      return placement.asset();
    }
    return placement.area().isEmpty() ? placement.device() : placement.area();
  }

  /** Cars on a car park with so many free spaces; a count above the capacity means an empty one. */
  public static double occupied(long capacity, double free) {
    return Math.max(0, capacity - free);
  }

  private static boolean isParking(TaggedReading reading) {
    return reading.reading().placement().kind().equals(Kind.PARKING.id());
  }
}
