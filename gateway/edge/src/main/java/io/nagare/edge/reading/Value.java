package io.nagare.edge.reading;

/** What a device reported: a number, a truth value, a text, or that it could not measure. */
public sealed interface Value {

  /** The device reported, but has no value: NaN, an infinity. */
  Value MISSING = new Missing();

  /**
   * A number as a value; one that is not finite is a missing value.
   *
   * <p>Source: IOOS QARTOD as read by ioos_qc, where NaN and infinities are MISSING.
   */
  static Value of(double number) {
    return Double.isFinite(number) ? new Numeric(number) : MISSING;
  }

  /** A truth value. */
  static Value of(boolean truth) {
    return truth ? Truth.TRUE : Truth.FALSE;
  }

  /** A text. */
  static Value of(String text) {
    return new Text(text);
  }

  /**
   * A finite number.
   *
   * @param value the number
   */
  record Numeric(double value) implements Value {}

  /**
   * A truth value.
   *
   * @param value the truth value
   */
  record Truth(boolean value) implements Value {
    private static final Value TRUE = new Truth(true);
    private static final Value FALSE = new Truth(false);
  }

  /**
   * A text.
   *
   * @param value the text
   */
  record Text(String value) implements Value {}

  /** No value; see {@link #MISSING}. */
  record Missing() implements Value {}
}
