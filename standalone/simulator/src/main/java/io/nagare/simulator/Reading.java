package io.nagare.simulator;

/** One measured value. */
sealed interface Reading {
  /** The measurement's name in the device's profile. */
  String measurement();

  /** A number. */
  record OfNumber(String measurement, double value) implements Reading {}

  /** A truth value. */
  record OfBoolean(String measurement, boolean value) implements Reading {}

  /** A text. */
  record OfText(String measurement, String value) implements Reading {}

  /** A number, rounded to what such a sensor resolves. */
  static Reading of(String measurement, double value, double resolution) {
    double steps = Math.rint(value / resolution);
    // Dividing by the inverse keeps 21.3 from becoming 21.300000000000004.
    return new OfNumber(measurement, steps / Math.rint(1 / resolution));
  }
}
