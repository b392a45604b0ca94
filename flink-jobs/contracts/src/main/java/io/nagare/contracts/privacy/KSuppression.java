package io.nagare.contracts.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Publishes only cells of at least k persons, and suppresses as many more as it takes that no other
 * cell can be computed.
 *
 * <p>From the root down: a cell of fewer than k persons is suppressed with everything below it, and
 * so is one whose parent is. If among the children of a published cell some are suppressed, then at
 * least two are, and together they hold at least k persons; otherwise a further child is suppressed
 * with them. So every suppressed cell stands in at most one equation, with at least one other
 * unknown, whose sum is not small. Which child is added follows a secret order, not the counts, or
 * the choice itself would tell. See L. Willenborg, T. de Waal, "Elements of Statistical Disclosure
 * Control" (2001), chapter on secondary suppression.
 */
public final class KSuppression {
  private final int k;
  private final Function<List<String>, String> secretOrder;

  /**
   * Suppression below k.
   *
   * @param k at least 2
   * @param secretOrder gives each cell its place among its siblings; the same cell the same place,
   *     and unguessable without the key, such as a {@link KeyedPseudonyms} name of its path
   */
  public KSuppression(int k, Function<List<String>, String> secretOrder) {
    if (k < 2) {
      throw new IllegalArgumentException("k is " + k + "; at least 2 is needed");
    }
    this.k = k;
    this.secretOrder = secretOrder;
  }

  /** What may be published of a table. */
  public PublishedFlow publish(FlowTable table) {
    Set<List<String>> suppressed = new HashSet<>();
    Map<List<String>, Long> counts = new HashMap<>();
    for (List<String> cell : table.cells()) {
      boolean tooFew = table.persons(List.of(cell)) < k;
      if (suppressed.contains(cell) || tooFew) {
        suppressed.add(cell);
        suppressed.addAll(table.below(cell));
      } else {
        counts.put(cell, table.count(cell));
        suppressed.addAll(hiddenBelow(cell, table));
      }
    }
    return new PublishedFlow(counts, suppressed);
  }

  /** Whether a table may be published with exactly these cells suppressed. */
  boolean safe(FlowTable table, PublishedFlow structure) {
    for (List<String> cell : structure.counts().keySet()) {
      List<List<String>> hidden =
          table.below(cell).stream().filter(structure.suppressed()::contains).toList();
      boolean group = hidden.isEmpty() || (hidden.size() >= 2 && table.persons(hidden) >= k);
      if (table.persons(List.of(cell)) < k || !group) {
        return false;
      }
    }
    return true;
  }

  int k() {
    return k;
  }

  private Set<List<String>> hiddenBelow(List<String> cell, FlowTable table) {
    Set<List<String>> hidden = new HashSet<>();
    List<List<String>> open = new ArrayList<>();
    for (List<String> child : table.below(cell)) {
      if (table.persons(List.of(child)) < k) {
        hidden.add(child);
      } else {
        open.add(child);
      }
    }
    open.sort(Comparator.comparing(secretOrder));
    while (!hidden.isEmpty()
        && !open.isEmpty()
        && (hidden.size() < 2 || table.persons(hidden) < k)) {
      hidden.add(open.remove(0));
    }
    return hidden;
  }
}
