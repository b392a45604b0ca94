package io.nagare.pipeline.windows;

/**
 * How far a window has come: state, kept as long as the window's totals.
 *
 * @param revision of its last issue; 0 for none yet
 * @param touchedAtMillis wall-clock time of its last reading
 * @param dirtySinceMillis wall-clock time of the first reading after its last issue; {@link #CLEAN}
 *     if there is none
 */
public record WindowProgress(int revision, long touchedAtMillis, long dirtySinceMillis) {
  /** Nothing changed since the last issue. */
  public static final long CLEAN = Long.MIN_VALUE;

  /** A window without readings. */
  public static WindowProgress fresh() {
    return new WindowProgress(0, CLEAN, CLEAN);
  }

  /** After one more reading. */
  public WindowProgress touched(long nowMillis) {
    return new WindowProgress(revision, nowMillis, isDirty() ? dirtySinceMillis : nowMillis);
  }

  /** After an issue. */
  public WindowProgress issued() {
    return new WindowProgress(revision + 1, touchedAtMillis, CLEAN);
  }

  /** Whether a reading came after the last issue. */
  public boolean isDirty() {
    return dirtySinceMillis != CLEAN;
  }
}
