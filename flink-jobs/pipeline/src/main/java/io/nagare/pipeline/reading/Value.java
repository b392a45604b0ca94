package io.nagare.pipeline.reading;

/**
 * What a source measured.
 *
 * @param kind of the series
 * @param present whether there is a value; false when the source said that it has none
 * @param number of a NUMBER, possibly not finite; 1 or 0 of a BOOLEAN; otherwise 0
 * @param text of a TEXT; otherwise empty
 */
public record Value(ValueKind kind, boolean present, double number, String text) {

  /** The absence of a value in a series of this kind. */
  public static Value absent(ValueKind kind) {
    return new Value(kind, false, 0, "");
  }

  /** A number. */
  public static Value of(double number) {
    return new Value(ValueKind.NUMBER, true, number, "");
  }

  /** True or false. */
  public static Value of(boolean value) {
    return new Value(ValueKind.BOOLEAN, true, value ? 1 : 0, "");
  }

  /** A text. */
  public static Value of(String text) {
    return new Value(ValueKind.TEXT, true, 0, text);
  }

  /** Whether there is nothing to judge: no value, or a number that is not finite. */
  public boolean isMissing() {
    return !present || !Double.isFinite(number);
  }

  /** Whether there is a number to compute with: a finite NUMBER, or a BOOLEAN. */
  public boolean hasNumber() {
    return kind != ValueKind.TEXT && !isMissing();
  }
}
