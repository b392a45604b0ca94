package io.nagare.pipeline.windows;

import io.nagare.pipeline.reading.TaggedReading;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The windows and clocks of the key that is being processed, in keyed state.
 *
 * <p>Cleared: a window's totals and progress when it is over ({@link WindowRules#isOver}). Clocks
 * are one number per source and stay.
 *
 * @param <A> the totals of a window
 */
final class KeyWindows<A> {
  private final WindowRecipe<A> recipe;
  private final WindowRules rules;

  /** By window start. */
  private final MapState<Long, A> totals;

  /** By window start. */
  private final MapState<Long, WindowProgress> progress;

  /** The starts of the windows that changed after their last issue. */
  private final MapState<Long, Boolean> open;

  private final MapState<String, Long> sourceClocks;
  private final MapState<String, Long> streamClocks;
  private final ValueState<Long> clearedUpTo;

  KeyWindows(RuntimeContext context, WindowRecipe<A> recipe, WindowRules rules) {
    this.recipe = recipe;
    this.rules = rules;
    totals =
        context.getMapState(
            new MapStateDescriptor<>(
                "totals", Types.LONG, TypeInformation.of(recipe.totalsClass())));
    progress =
        context.getMapState(
            new MapStateDescriptor<>(
                "progress", Types.LONG, TypeInformation.of(WindowProgress.class)));
    open = context.getMapState(new MapStateDescriptor<>("open", Types.LONG, Types.BOOLEAN));
    sourceClocks =
        context.getMapState(new MapStateDescriptor<>("source-clocks", Types.STRING, Types.LONG));
    streamClocks =
        context.getMapState(new MapStateDescriptor<>("stream-clocks", Types.STRING, Types.LONG));
    clearedUpTo = context.getState(new ValueStateDescriptor<>("cleared-up-to", Types.LONG));
  }

  boolean isLate(Window window, TaggedReading reading) throws Exception {
    Long cleared = clearedUpTo.value();
    return rules.isLate(
        window,
        clock(sourceClocks, recipe.source(reading)),
        totals.contains(window.startMillis()),
        cleared == null ? WindowRules.NEVER : cleared);
  }

  void add(Window window, TaggedReading reading, long now) throws Exception {
    long start = window.startMillis();
    A kept = totals.get(start);
    A sum = kept == null ? recipe.empty() : kept;
    recipe.add(sum, reading);
    totals.put(start, sum);
    progress.put(start, progressOf(window).touched(now));
    open.put(start, true);
  }

  /**
   * Moves the clocks of a reading's source and stream on, never back.
   *
   * @return the clock of the stream before
   */
  long advance(TaggedReading reading) throws Exception {
    advance(sourceClocks, recipe.source(reading), reading.reading().eventTimeMillis());
    return advance(streamClocks, recipe.stream(reading), reading.reading().eventTimeMillis());
  }

  /** The windows that changed after their last issue. */
  List<Window> open() throws Exception {
    List<Window> windows = new ArrayList<>();
    for (long start : open.keys()) {
      windows.add(rules.windowOf(start));
    }
    return windows;
  }

  boolean isDueForFirstIssue(Window window) throws Exception {
    return progressOf(window).revision() == 0 && isDue(window);
  }

  long deadline(Window window) throws Exception {
    return rules.deadline(window, progressOf(window), isDue(window));
  }

  A totals(Window window) throws Exception {
    return totals.get(window.startMillis());
  }

  /**
   * Notes that a window is being issued.
   *
   * @return the revision of the issue
   */
  int issued(Window window) throws Exception {
    WindowProgress after = progressOf(window).issued();
    progress.put(window.startMillis(), after);
    open.remove(window.startMillis());
    return after.revision();
  }

  /** Clears the windows that are over. */
  void sweep(long now) throws Exception {
    List<Window> over = new ArrayList<>();
    for (long start : progress.keys()) {
      Window window = rules.windowOf(start);
      if (rules.isOver(window, progressOf(window), slowestClock(window), now)) {
        over.add(window);
      }
    }
    for (Window window : over) {
      totals.remove(window.startMillis());
      progress.remove(window.startMillis());
      Long cleared = clearedUpTo.value();
      if (cleared == null || cleared < window.endMillis()) {
        clearedUpTo.update(window.endMillis());
      }
    }
  }

  private boolean isDue(Window window) throws Exception {
    return rules.isDue(window, slowestClock(window));
  }

  /** Of the streams that were heard in the window, the clock that is furthest behind. */
  private long slowestClock(Window window) throws Exception {
    long slowest = Long.MAX_VALUE;
    for (String stream : recipe.streams(totals.get(window.startMillis()))) {
      slowest = Math.min(slowest, clock(streamClocks, stream));
    }
    return slowest;
  }

  private WindowProgress progressOf(Window window) throws Exception {
    WindowProgress known = progress.get(window.startMillis());
    return known == null ? WindowProgress.fresh() : known;
  }

  private static long advance(MapState<String, Long> clocks, String of, long to) throws Exception {
    long before = clock(clocks, of);
    if (to > before) {
      clocks.put(of, to);
    }
    return before;
  }

  private static long clock(MapState<String, Long> clocks, String of) throws Exception {
    Long known = clocks.get(of);
    return known == null ? WindowRules.NEVER : known;
  }
}
