package io.nagare.contracts.privacy;

import io.nagare.contracts.sla.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables of people flow that a dataset has published, and what may still be published.
 *
 * <p>Windows of one dataset are equal or disjoint: the difference of two that overlap would be a
 * cell of its own. A revision keeps the suppressed cells of the first, and is withheld if anything
 * that can be computed from it differs by fewer than k from any earlier revision: the difference
 * would be the few who came late.
 */
public final class FlowReleases {
  private final KSuppression suppression;
  private final TreeMap<Interval, List<Release>> published =
      new TreeMap<>(Comparator.comparing(Interval::start).thenComparing(Interval::end));

  /** A revision and the persons it was made of: the difference is counted in persons. */
  private record Release(PublishedFlow flow, FlowTable table) {}

  /** Nothing is published yet. */
  public FlowReleases(KSuppression suppression) {
    this.suppression = suppression;
  }

  /** What became of a table. */
  public enum Fate {
    /** It is the first of its window. */
    PUBLISHED,
    /** It took the place of an earlier one. */
    REVISED,
    /** It says what was said. */
    UNCHANGED,
    /** What was published stands: the difference would tell of fewer than k. */
    WITHHELD,
    /** Its window overlaps a published one. */
    OVERLAPPING
  }

  /**
   * Publishes the table of a window as far as it may be.
   *
   * @param window wall-clock time that it is about
   */
  public Fate publish(Interval window, FlowTable table) {
    List<Release> earlier = published.get(window);
    if (earlier == null) {
      if (published.keySet().stream().anyMatch(window::overlaps)) {
        return Fate.OVERLAPPING;
      }
      Release first = new Release(suppression.publish(table), table.copy());
      published.put(window, new ArrayList<>(List.of(first)));
      return Fate.PUBLISHED;
    }
    PublishedFlow current = earlier.get(earlier.size() - 1).flow();
    if (!current.hasCells(table.cells())) {
      return Fate.WITHHELD;
    }
    PublishedFlow next = sameStructure(current, table);
    if (next.equals(current)) {
      return Fate.UNCHANGED;
    }
    boolean safe =
        suppression.safe(table, current)
            && earlier.stream().allMatch(revision -> farEnough(revision, table));
    if (!safe) {
      return Fate.WITHHELD;
    }
    earlier.add(new Release(next, table.copy()));
    return Fate.REVISED;
  }

  /** Every revision of a window, oldest first. */
  public List<PublishedFlow> revisions(Interval window) {
    return published.getOrDefault(window, List.of()).stream().map(Release::flow).toList();
  }

  /** Forgets windows that ended before a moment, so that the state does not grow for ever. */
  public void forgetBefore(Instant moment) {
    published.keySet().removeIf(window -> window.end().isBefore(moment));
  }

  private static PublishedFlow sameStructure(PublishedFlow structure, FlowTable table) {
    Map<List<String>, Long> counts = new HashMap<>();
    structure.counts().keySet().forEach(cell -> counts.put(cell, table.count(cell)));
    return new PublishedFlow(counts, structure.suppressed());
  }

  /** Whether every difference is none, or of at least k: in counts, and in persons behind them. */
  private boolean farEnough(Release earlier, FlowTable table) {
    for (Set<List<String>> statement : earlier.flow().statements()) {
      long before = statement.stream().mapToLong(earlier.table()::count).sum();
      long difference = Math.abs(statement.stream().mapToLong(table::count).sum() - before);
      boolean small =
          difference < suppression.k()
              || table.changedPersons(earlier.table(), statement) < suppression.k();
      if (difference != 0 && small) {
        return false;
      }
    }
    return true;
  }
}
