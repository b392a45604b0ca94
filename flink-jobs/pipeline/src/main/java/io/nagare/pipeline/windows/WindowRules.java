package io.nagare.pipeline.windows;

/**
 * Decides when a window is issued, revised, too late for, and cleared.
 *
 * <p>Event time orders readings and the wall clock decides what was due; no watermark is used,
 * because recordings of different years, and files that go back by months, run side by side. A
 * source's clock is the highest event time it has shown.
 */
public final class WindowRules {
  /** The clock of a source that was never heard. */
  public static final long NEVER = Long.MIN_VALUE;

  private final WindowSettings settings;

  /** Rules with these settings. */
  public WindowRules(WindowSettings settings) {
    this.settings = settings;
  }

  /** The window of an event time. */
  public Window windowOf(long eventTimeMillis) {
    return Window.of(eventTimeMillis, settings.lengthMillis());
  }

  /**
   * Whether a reading comes too late for its window.
   *
   * @param sourceClockMillis of the reading's own source, before the reading
   * @param isKept whether the window's totals are kept
   * @param clearedUpToMillis the highest end of a window that was cleared
   */
  public boolean isLate(
      Window window, long sourceClockMillis, boolean isKept, long clearedUpToMillis) {
    return isPast(window, sourceClockMillis, settings.latenessMillis())
        || (!isKept && settings.retainMillis() > 0 && window.endMillis() <= clearedUpToMillis);
  }

  /** Whether the first issue of a window is due by the clock of what it is heard from. */
  public boolean isDue(Window window, long clockMillis) {
    return isPast(window, clockMillis, settings.waitMillis());
  }

  /**
   * The wall-clock time at which a dirty window is issued if no clock makes it due before.
   *
   * <p>A window that is past due, or was issued, is only held to gather changes. One that is not is
   * left until it is idle; and not before its end by the wall clock either, since what happens now
   * may still add to it.
   */
  public long deadline(Window window, WindowProgress progress, boolean due) {
    if (due || progress.revision() > 0) {
      return progress.dirtySinceMillis() + settings.coalesceMillis();
    }
    return Math.max(
        progress.touchedAtMillis() + settings.idleMillis(),
        window.endMillis() + settings.waitMillis());
  }

  /** Whether nobody may change a window any more, so that its totals can go. */
  public boolean isOver(Window window, WindowProgress progress, long clockMillis, long nowMillis) {
    return !progress.isDirty()
        && isPast(window, clockMillis, settings.latenessMillis())
        && nowMillis >= progress.touchedAtMillis() + settings.retainMillis();
  }

  /** Whether a clock that moves on makes any window due: ends lie on a grid. */
  public boolean passesAnEnd(long fromMillis, long toMillis) {
    return passesGrid(fromMillis, toMillis, settings.lengthMillis(), settings.waitMillis());
  }

  /** Whether a clock that moves on has come far enough to look for windows that are over. */
  public boolean isTimeToSweep(long fromMillis, long toMillis) {
    long every = Math.max(settings.lengthMillis(), settings.latenessMillis() / 16);
    return passesGrid(fromMillis, toMillis, every, 0);
  }

  private static boolean passesGrid(long from, long to, long every, long behind) {
    return from != NEVER
        && to > from
        && Math.floorDiv(from - behind, every) != Math.floorDiv(to - behind, every);
  }

  private static boolean isPast(Window window, long clockMillis, long byMillis) {
    return clockMillis != NEVER && clockMillis - byMillis >= window.endMillis();
  }
}
