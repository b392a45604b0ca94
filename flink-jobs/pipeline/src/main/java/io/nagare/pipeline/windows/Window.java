package io.nagare.pipeline.windows;

/**
 * A span of event time.
 *
 * @param startMillis inclusive
 * @param endMillis exclusive
 */
public record Window(long startMillis, long endMillis) {

  /** The window of a length, aligned to 1970-01-01T00:00Z, that holds an instant. */
  public static Window of(long timeMillis, long lengthMillis) {
    long start = Math.floorDiv(timeMillis, lengthMillis) * lengthMillis;
    return new Window(start, start + lengthMillis);
  }
}
