package io.nagare.profiles.radio;

import io.nagare.profiles.FrequencySpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which frequencies spans share, and whether some spans cover another one. */
final class Spans {
  /** Any frequency: of a device that can be set to whatever it is told. */
  static final FrequencySpan ANY = new FrequencySpan(0, 1_000_000_000_000L, 0);

  private Spans() {}

  /** The frequencies that lie in both spans and on both grids. */
  static Optional<FrequencySpan> shared(FrequencySpan one, FrequencySpan other) {
    long step = Math.max(one.stepHz(), other.stepHz());
    FrequencySpan grid = one.stepHz() >= other.stepHz() ? one : other;
    long finer = Math.min(one.stepHz(), other.stepHz());
    boolean gridsMatch =
        finer == 0 || (step % finer == 0 && (one.fromHz() - other.fromHz()) % finer == 0);
    if (!gridsMatch) {
      return Optional.empty();
    }
    long from = Math.max(one.fromHz(), other.fromHz());
    long to = Math.min(one.toHz(), other.toHz());
    if (step > 0) {
      from += Math.floorMod(grid.fromHz() - from, step);
      to -= Math.floorMod(to - grid.fromHz(), step);
    }
    return from <= to ? Optional.of(new FrequencySpan(from, to, step)) : Optional.empty();
  }

  /** Whether every frequency of the span is in one of the others. */
  static boolean covered(FrequencySpan span, List<FrequencySpan> others) {
    if (span.fromHz() == span.toHz()) {
      return contains(others, span.fromHz());
    }
    if (span.stepHz() > 0) {
      for (long hz = span.fromHz(); hz <= span.toHz(); hz += span.stepHz()) {
        if (!contains(others, hz)) {
          return false;
        }
      }
      return true;
    }
    List<FrequencySpan> unbroken = new ArrayList<>(others);
    unbroken.removeIf(other -> other.stepHz() > 0);
    unbroken.sort(Comparator.comparingLong(FrequencySpan::fromHz));
    long reached = span.fromHz();
    boolean started = false;
    for (FrequencySpan other : unbroken) {
      if (other.fromHz() <= reached && other.toHz() >= reached) {
        reached = other.toHz();
        started = true;
      }
    }
    return started && reached >= span.toHz();
  }

  private static boolean contains(List<FrequencySpan> spans, long hz) {
    for (FrequencySpan span : spans) {
      if (span.contains(hz)) {
        return true;
      }
    }
    return false;
  }
}
