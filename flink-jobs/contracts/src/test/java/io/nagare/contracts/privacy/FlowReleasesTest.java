package io.nagare.contracts.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.contracts.privacy.FlowReleases.Fate;
import io.nagare.contracts.sla.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FlowReleasesTest {
  private static final int K = 3;
  private static final Interval TEN = window("10:00", "11:00");

  private final FlowReleases releases = releases();

  @Test
  void aWindowThatOverlapsAPublishedOneIsNotPublished() {
    releases.publish(TEN, row(10, 10));

    assertThat(releases.publish(window("10:15", "11:15"), row(10, 11))).isEqualTo(Fate.OVERLAPPING);
    assertThat(releases.publish(window("11:00", "12:00"), row(10, 11))).isEqualTo(Fate.PUBLISHED);
    assertThat(releases.revisions(window("10:15", "11:15"))).isEmpty();
  }

  @Test
  void aRevisionThatTellsOfFewLatecomersIsWithheld() {
    releases.publish(TEN, row(10, 10));

    assertThat(releases.publish(TEN, row(11, 10))).isEqualTo(Fate.WITHHELD);
    assertThat(releases.publish(TEN, row(10, 10))).isEqualTo(Fate.UNCHANGED);
    assertThat(releases.publish(TEN, row(13, 10))).isEqualTo(Fate.REVISED);
    // 14 differs enough from 10, but not from 13.
    assertThat(releases.publish(TEN, row(14, 10))).isEqualTo(Fate.WITHHELD);
    assertThat(releases.revisions(TEN)).hasSize(2);
  }

  @Test
  void oneLatecomerInManyCellsIsStillOnePerson() {
    List<List<String>> leaves = new ArrayList<>();
    for (String zone : List.of("a", "b")) {
      for (int quarter = 0; quarter < 4; quarter++) {
        leaves.add(List.of(zone, "q" + quarter));
      }
    }
    FlowTable table = new FlowTable(leaves);
    for (int person = 0; person < 8; person++) {
      // Two in each quarter of zone a: the quarters are suppressed, the zone is not.
      table.add(leaves.get(person / 2), "a" + person);
      table.add(leaves.get(4 + person % 4), "b" + person);
    }
    releases.publish(TEN, table);
    leaves.subList(0, 4).forEach(leaf -> table.add(leaf, "latecomer"));

    assertThat(releases.publish(TEN, table)).isEqualTo(Fate.WITHHELD);
  }

  @Test
  void aCellThatBecameSmallKeepsItsOldCount() {
    releases.publish(TEN, row(10, 10));

    assertThat(releases.publish(TEN, row(2, 10))).isEqualTo(Fate.WITHHELD);
  }

  @Test
  void aSlidingWindowIsSummedFromWhatIsPublishedOnly() {
    releases.publish(TEN, row(10, 10, 1, 20));
    PublishedFlow flow = releases.revisions(TEN).get(0);

    assertThat(flow.sum(List.of(List.of("a"), List.of("c")))).isEqualTo(OptionalLong.empty());
    assertThat(flow.sum(List.of(List.of("b"), List.of("d")))).hasValue(30);
  }

  /**
   * Subtracts every two revisions of a window: what changed in a cell, or in all suppressed cells
   * of an equation together, is nobody or at least k.
   */
  @Property(tries = 200)
  void noTwoRevisionsDifferByFewerThanK(
      @ForAll @Size(18) List<@IntRange(min = 0, max = 9) Integer> first,
      @ForAll @Size(max = 6) List<@Size(18) List<@IntRange(min = 0, max = 12) Integer>> later) {
    FlowReleases published = releases();
    published.publish(TEN, KSuppressionTest.city(first));
    later.forEach(counts -> published.publish(TEN, KSuppressionTest.city(counts)));
    List<PublishedFlow> revisions = published.revisions(TEN);
    FlowTable shape = KSuppressionTest.city(first);

    for (PublishedFlow one : revisions) {
      for (PublishedFlow other : revisions) {
        assertThat(one.suppressed()).isEqualTo(other.suppressed());
        for (List<String> cell : one.counts().keySet()) {
          assertNobodyOrMany(one.count(cell).orElseThrow() - other.count(cell).orElseThrow());
          assertNobodyOrMany(rest(one, shape, cell) - rest(other, shape, cell));
        }
      }
    }
  }

  private static long rest(PublishedFlow flow, FlowTable shape, List<String> cell) {
    return flow.count(cell).orElseThrow()
        - shape.below(cell).stream().mapToLong(child -> flow.count(child).orElse(0)).sum();
  }

  private static void assertNobodyOrMany(long difference) {
    assertThat(difference == 0 || Math.abs(difference) >= K)
        .as("difference " + difference)
        .isTrue();
  }

  private static FlowReleases releases() {
    return new FlowReleases(new KSuppression(K, cell -> cell.get(cell.size() - 1)));
  }

  private static FlowTable row(int... counts) {
    List<String> names = List.of("a", "b", "c", "d").subList(0, counts.length);
    FlowTable table = new FlowTable(names.stream().map(List::of).toList());
    for (int cell = 0; cell < counts.length; cell++) {
      for (int person = 0; person < counts[cell]; person++) {
        table.add(List.of(names.get(cell)), names.get(cell) + person);
      }
    }
    return table;
  }

  private static Interval window(String start, String end) {
    return new Interval(
        Instant.parse("2026-11-02T" + start + ":00Z"), Instant.parse("2026-11-02T" + end + ":00Z"));
  }
}
