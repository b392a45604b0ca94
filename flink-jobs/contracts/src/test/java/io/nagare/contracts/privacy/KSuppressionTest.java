package io.nagare.contracts.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KSuppressionTest {
  private static final int K = 3;

  @Test
  void aLoneSmallCellTakesACompanionWithIt() {
    PublishedFlow flow = suppression("a", "b", "c").publish(row(2, 10, 20));

    assertThat(flow.count(FlowTable.ROOT)).hasValue(32);
    assertThat(flow.suppressed()).containsExactlyInAnyOrder(List.of("a"), List.of("b"));
    assertThat(flow.count(List.of("c"))).hasValue(20);
  }

  @Test
  void anEmptyCellLooksLikeASmallOne() {
    assertThat(suppression("a", "b", "c").publish(row(0, 10, 20)).suppressed())
        .isEqualTo(suppression("a", "b", "c").publish(row(2, 10, 20)).suppressed());
  }

  @Test
  void smallCellsThatAreTooFewTogetherTakeACompanionWithThem() {
    PublishedFlow flow = suppression("c", "a", "b").publish(row(1, 1, 20));

    assertThat(flow.suppressed()).hasSize(3);
    assertThat(flow.count(FlowTable.ROOT)).hasValue(22);
  }

  @Test
  void aTableOfTooFewPublishesNothing() {
    assertThat(suppression("a", "b", "c").publish(row(1, 1, 0)).counts()).isEmpty();
  }

  @Test
  void onePersonSeenOftenIsStillOnePerson() {
    FlowTable table =
        new FlowTable(List.of(List.of("z", "1"), List.of("z", "2"), List.of("z", "3")));
    table.add(List.of("z", "1"), "p").add(List.of("z", "2"), "p").add(List.of("z", "3"), "p");

    assertThat(suppression("z").publish(table).counts()).isEmpty();
  }

  /**
   * The strongest attacker: knows k, the algorithm and everything published, and tries every table
   * there could be under every secret order. A small cell is safe when at least two different
   * counts remain possible for it.
   */
  @Test
  void noSmallCellCanBePinnedDownByTryingEveryTable() {
    for (int cells = 2; cells <= 4; cells++) {
      int most = cells == 4 ? 6 : 8;
      Map<PublishedFlow, List<int[]>> tables = new HashMap<>();
      Map<PublishedFlow, Set<String>> known = new HashMap<>();
      for (int[] counts : everyTable(cells, most)) {
        for (List<String> order : permutations(names(cells))) {
          PublishedFlow flow = suppression(order.toArray(String[]::new)).publish(row(counts));
          if (known.computeIfAbsent(flow, unused -> new HashSet<>()).add(Arrays.toString(counts))) {
            tables.computeIfAbsent(flow, unused -> new ArrayList<>()).add(counts);
          }
        }
      }
      for (Map.Entry<PublishedFlow, List<int[]>> entry : tables.entrySet()) {
        // The search itself ends at a largest count; beyond it more tables are possible.
        if (entry.getKey().count(FlowTable.ROOT).orElse(0) <= most) {
          assertNothingPinned(entry.getKey(), entry.getValue());
        }
      }
    }
  }

  private static void assertNothingPinned(PublishedFlow flow, List<int[]> possible) {
    for (int cell = 0; cell < possible.get(0).length; cell++) {
      int index = cell;
      boolean hidden = flow.suppressed().contains(List.of(names(index + 1).get(index)));
      boolean small = possible.stream().anyMatch(counts -> counts[index] < K);
      long different = possible.stream().map(counts -> counts[index]).distinct().count();

      if (hidden && small) {
        assertThat(different).as(flow + " cell " + index).isGreaterThanOrEqualTo(2);
      }
    }
  }

  @Property(tries = 300)
  void everyEquationHidesAtLeastTwoCellsOfAtLeastKPersons(
      @ForAll @Size(18) List<@IntRange(min = 0, max = 7) Integer> counts,
      @ForAll @IntRange(min = 0, max = 1000) int key) {
    FlowTable table = city(counts);
    PublishedFlow flow =
        new KSuppression(K, cell -> Integer.toHexString((cell + "/" + key).hashCode()))
            .publish(table);

    for (List<String> cell : table.cells()) {
      if (flow.counts().containsKey(cell)) {
        assertThat(flow.count(cell).orElseThrow()).isGreaterThanOrEqualTo(K);
        List<List<String>> hidden =
            table.below(cell).stream().filter(flow.suppressed()::contains).toList();
        long rest =
            flow.count(cell).orElseThrow()
                - table.below(cell).stream().mapToLong(child -> flow.count(child).orElse(0)).sum();
        if (hidden.isEmpty()) {
          assertThat(table.below(cell).isEmpty() || rest == 0).isTrue();
        } else {
          assertThat(hidden).hasSizeGreaterThanOrEqualTo(2);
          assertThat(rest).isGreaterThanOrEqualTo(K);
          assertThat(table.persons(hidden)).isGreaterThanOrEqualTo(K);
        }
      } else {
        assertThat(flow.suppressed()).contains(cell).containsAll(table.below(cell));
      }
    }
  }

  /**
   * The differencing attacker: takes every published count as an equation over the leaves, and
   * subtracts them from each other in every way (Gaussian elimination).
   */
  @Property(tries = 300)
  void noSmallCellFollowsFromSubtractingTotals(
      @ForAll @Size(18) List<@IntRange(min = 0, max = 7) Integer> counts,
      @ForAll @IntRange(min = 0, max = 1000) int key) {
    FlowTable table = city(counts);
    PublishedFlow flow =
        new KSuppression(K, cell -> Integer.toHexString((cell + "/" + key).hashCode()))
            .publish(table);
    List<List<String>> leaves =
        table.cells().stream().filter(cell -> table.below(cell).isEmpty()).toList();
    List<long[]> equations = new ArrayList<>();
    flow.counts()
        .forEach(
            (cell, count) -> {
              long[] equation = new long[leaves.size() + 1];
              for (int i = 0; i < leaves.size(); i++) {
                equation[i] = leaves.get(i).subList(0, cell.size()).equals(cell) ? 1 : 0;
              }
              equation[leaves.size()] = count;
              equations.add(equation);
            });

    DifferencingAttacker attacker = new DifferencingAttacker(equations, leaves.size());
    for (int i = 0; i < leaves.size(); i++) {
      if (table.count(leaves.get(i)) < K) {
        assertThat(attacker.solved(i)).as(leaves.get(i) + " of " + flow).isFalse();
      }
    }
  }

  /** Three zones, each with two quarters of an hour, each with three age bands. */
  static FlowTable city(List<Integer> counts) {
    List<List<String>> leaves = new ArrayList<>();
    for (String zone : List.of("a", "b", "c")) {
      for (String quarter : List.of("10:00", "10:15")) {
        for (String band : List.of("<20", "20-59", ">=60")) {
          leaves.add(List.of(zone, quarter, band));
        }
      }
    }
    FlowTable table = new FlowTable(leaves);
    for (int leaf = 0; leaf < leaves.size(); leaf++) {
      for (int person = 0; person < counts.get(leaf); person++) {
        // Half of the people stay for the next quarter: persons are fewer than visits.
        String name = person % 2 == 0 ? "p" + leaf + "-" + person : "p" + leaf / 6 + "-" + person;
        table.add(leaves.get(leaf), name);
      }
    }
    return table;
  }

  private static FlowTable row(int... counts) {
    List<String> names = names(counts.length);
    FlowTable table = new FlowTable(names.stream().map(List::of).toList());
    for (int cell = 0; cell < counts.length; cell++) {
      for (int person = 0; person < counts[cell]; person++) {
        table.add(List.of(names.get(cell)), names.get(cell) + person);
      }
    }
    return table;
  }

  private static KSuppression suppression(String... order) {
    List<String> places = List.of(order);
    Function<List<String>, String> secret =
        cell -> String.valueOf(places.indexOf(cell.get(cell.size() - 1)));
    return new KSuppression(K, secret);
  }

  private static List<String> names(int cells) {
    return List.of("a", "b", "c", "d").subList(0, cells);
  }

  private static List<int[]> everyTable(int cells, int most) {
    List<int[]> tables = new ArrayList<>(List.of(new int[cells]));
    for (int cell = 0; cell < cells; cell++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] table : tables) {
        for (int count = 0; count <= most; count++) {
          int[] next = table.clone();
          next[cell] = count;
          longer.add(next);
        }
      }
      tables = longer;
    }
    return tables;
  }

  private static List<List<String>> permutations(List<String> words) {
    if (words.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> all = new ArrayList<>();
    for (String first : words) {
      List<String> rest = new ArrayList<>(words);
      rest.remove(first);
      for (List<String> tail : permutations(rest)) {
        List<String> whole = new ArrayList<>(List.of(first));
        whole.addAll(tail);
        all.add(whole);
      }
    }
    return all;
  }
}
