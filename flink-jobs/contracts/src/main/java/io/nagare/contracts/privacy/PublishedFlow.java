package io.nagare.contracts.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What anybody may see of a {@link FlowTable}: the counts of some cells, and nothing of the others.
 *
 * @param counts of the published cells
 * @param suppressed all other cells; an empty one cannot be told from one with k − 1 persons
 */
public record PublishedFlow(Map<List<String>, Long> counts, Set<List<String>> suppressed) {

  /** Keeps copies. */
  public PublishedFlow {
    counts = Map.copyOf(counts);
    suppressed = Set.copyOf(suppressed);
  }

  /** The count of a cell; empty when it is suppressed. */
  public OptionalLong count(List<String> cell) {
    Long count = counts.get(cell);
    return count == null ? OptionalLong.empty() : OptionalLong.of(count);
  }

  /**
   * The sum of cells, such as those of a sliding window. Computed from what is published, so it
   * says nothing that was not said; empty when any of them is suppressed.
   */
  public OptionalLong sum(Collection<List<String>> cells) {
    long sum = 0;
    for (List<String> cell : cells) {
      OptionalLong count = count(cell);
      if (count.isEmpty()) {
        return OptionalLong.empty();
      }
      sum += count.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  /** Whether it is about exactly these cells. */
  boolean hasCells(Collection<List<String>> cells) {
    return cells.size() == counts.size() + suppressed.size()
        && cells.stream().allMatch(cell -> counts.containsKey(cell) || suppressed.contains(cell));
  }

  /**
   * Everything that can be computed of the table: each published cell, and for each published cell
   * its suppressed children together.
   */
  Set<Set<List<String>>> statements() {
    Map<List<String>, Set<List<String>>> hidden = new HashMap<>();
    for (List<String> cell : suppressed) {
      if (!cell.isEmpty()) {
        hidden
            .computeIfAbsent(cell.subList(0, cell.size() - 1), unused -> new HashSet<>())
            .add(cell);
      }
    }
    Set<Set<List<String>>> statements = new HashSet<>();
    for (List<String> cell : counts.keySet()) {
      statements.add(Set.of(cell));
      if (hidden.containsKey(cell)) {
        statements.add(hidden.getOrDefault(cell, Set.of()));
      }
    }
    return statements;
  }
}
