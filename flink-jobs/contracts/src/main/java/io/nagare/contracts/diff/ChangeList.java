package io.nagare.contracts.diff;

import io.nagare.contracts.diff.Change.Weight;
import java.util.ArrayList;
import java.util.List;

/** Collects changes. */
final class ChangeList {
  private final List<Change> changes = new ArrayList<>();

  List<Change> all() {
    return changes;
  }

  void breaking(String path, String found, String reason) {
    changes.add(new Change(path, Weight.BREAKING, found, reason));
  }

  void compatible(String path, String found, String reason) {
    changes.add(new Change(path, Weight.COMPATIBLE, found, reason));
  }

  /** A change, if there is one, that breaks. */
  void breakingIfChanged(String path, Object before, Object after, String reason) {
    if (!before.equals(after)) {
      breaking(path, was(before, after), reason);
    }
  }

  /** The same for something that is too long to repeat. */
  void breakingIfOther(String path, Object before, Object after, String reason) {
    if (!before.equals(after)) {
      breaking(path, "changed", reason);
    }
  }

  /** A change, if there is one, of words. */
  void wordingIfChanged(String path, Object before, Object after) {
    if (!before.equals(after)) {
      changes.add(new Change(path, Weight.WORDING, "reworded", "the data stay what they were"));
    }
  }

  /** A change of something that may only get smaller, or only larger. */
  <T extends Comparable<T>> void compared(
      String path, T before, T after, boolean largerIsBetter, String worse) {
    int order = after.compareTo(before) * (largerIsBetter ? 1 : -1);
    if (order < 0) {
      breaking(path, was(before, after), worse);
    } else if (order > 0) {
      compatible(path, was(before, after), "more is promised than before");
    }
  }

  static String was(Object before, Object after) {
    return "was " + before + ", is " + after;
  }
}
