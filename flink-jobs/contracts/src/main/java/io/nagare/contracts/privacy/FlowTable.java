package io.nagare.contracts.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who was where, as a tree of cells: site → zone → quarter of an hour → age band, say.
 *
 * <p>A leaf holds the pseudonyms seen in it. The count of any cell is the sum of its leaves, so a
 * person who is seen in two leaves counts in both: totals add up, and there is one way to add them.
 * The leaves are given beforehand, not by the data, so that absence says nothing.
 */
public final class FlowTable {
  /** The cell that holds all others. */
  public static final List<String> ROOT = List.of();

  private final TreeMap<List<String>, Set<String>> leaves = new TreeMap<>(FlowTable::compare);
  private final Map<List<String>, Set<List<String>>> children = new HashMap<>();

  /**
   * An empty table.
   *
   * @param leaves every leaf there can be, as paths of the same length, at least one
   */
  public FlowTable(Collection<List<String>> leaves) {
    for (List<String> leaf : leaves) {
      this.leaves.put(List.copyOf(leaf), new HashSet<>());
    }
    if (leaves.stream().mapToInt(List::size).distinct().count() != 1) {
      throw new IllegalArgumentException("leaves need paths of one length: " + leaves);
    }
    for (List<String> leaf : this.leaves.keySet()) {
      for (int depth = 0; depth < leaf.size(); depth++) {
        children
            .computeIfAbsent(leaf.subList(0, depth), unused -> new LinkedHashSet<>())
            .add(leaf.subList(0, depth + 1));
      }
    }
  }

  /** Notes that somebody was seen in a leaf; again changes nothing. */
  public FlowTable add(List<String> leaf, String pseudonym) {
    Set<String> persons = leaves.get(leaf);
    if (persons == null) {
      throw new IllegalArgumentException("no such leaf: " + leaf);
    }
    persons.add(pseudonym);
    return this;
  }

  /** The cells directly below; none below a leaf. */
  public List<List<String>> below(List<String> cell) {
    return List.copyOf(children.getOrDefault(cell, Set.of()));
  }

  /** Every cell, the root first, each before those below it. */
  public List<List<String>> cells() {
    List<List<String>> cells = new ArrayList<>(List.of(ROOT));
    for (int i = 0; i < cells.size(); i++) {
      cells.addAll(below(cells.get(i)));
    }
    return cells;
  }

  /** The sum of its leaves. */
  long count(List<String> cell) {
    return under(List.of(cell)).values().stream().mapToLong(Set::size).sum();
  }

  /** How many different persons were seen in any of the cells. */
  int persons(Collection<List<String>> cells) {
    Set<String> persons = new HashSet<>();
    under(cells).values().forEach(persons::addAll);
    return persons.size();
  }

  /** How many different persons another table has in other leaves of these cells. */
  int changedPersons(FlowTable other, Collection<List<String>> cells) {
    Map<List<String>, Set<String>> theirs = other.under(cells);
    Set<String> changed = new HashSet<>();
    under(cells)
        .forEach(
            (leaf, persons) -> {
              Set<String> then = theirs.getOrDefault(leaf, Set.of());
              persons.stream().filter(person -> !then.contains(person)).forEach(changed::add);
              then.stream().filter(person -> !persons.contains(person)).forEach(changed::add);
            });
    return changed.size();
  }

  /** A table with the same content that does not change with this one. */
  FlowTable copy() {
    FlowTable copy = new FlowTable(leaves.keySet());
    leaves.forEach((leaf, persons) -> persons.forEach(person -> copy.add(leaf, person)));
    return copy;
  }

  private Map<List<String>, Set<String>> under(Collection<List<String>> cells) {
    Map<List<String>, Set<String>> under = new HashMap<>();
    leaves.forEach(
        (leaf, persons) -> {
          if (cells.stream().anyMatch(cell -> isUnder(cell, leaf))) {
            under.put(leaf, persons);
          }
        });
    return under;
  }

  private static boolean isUnder(List<String> cell, List<String> leaf) {
    return leaf.size() >= cell.size() && leaf.subList(0, cell.size()).equals(cell);
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
