package io.nagare.pipeline.parking;

import io.nagare.pipeline.reading.DecodedReading;

/**
 * The newest usable value of a counter or a bay, and how many spaces there are: state.
 *
 * @param number free spaces, or 1 for an occupied bay
 * @param capacity of the car park; negative when not known
 * @param timeMillis when it was measured
 * @param epoch of its record id
 * @param offset of its record id
 */
public record LastValue(double number, long capacity, long timeMillis, long epoch, long offset) {

  /** The value of a reading. */
  public static LastValue of(DecodedReading reading) {
    return new LastValue(
        reading.value().number(),
        reading.placement().capacity(),
        reading.eventTimeMillis(),
        reading.id().epoch(),
        reading.id().offset());
  }

  /**
   * The newer of two values by event time, then by record id: the order they come in is no matter.
   */
  public static LastValue newer(LastValue one, LastValue other) {
    if (one.timeMillis != other.timeMillis) {
      return one.timeMillis > other.timeMillis ? one : other;
    }
    if (one.epoch != other.epoch) {
      return one.epoch > other.epoch ? one : other;
    }
    return one.offset >= other.offset ? one : other;
  }
}
