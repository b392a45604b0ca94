package io.nagare.pipeline.windows;

import static io.nagare.pipeline.reading.ReadingBuilder.reading;
import static io.nagare.pipeline.reading.ReadingBuilder.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.nagare.pipeline.equipment.EquipmentHealth;
import io.nagare.pipeline.equipment.EquipmentTotals;
import io.nagare.pipeline.ledger.Reasons;
import io.nagare.pipeline.reading.TaggedReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.junit.jupiter.api.Test;

class WindowFunctionTest {
  private static final long YEARS_LATER = time("2030-01-01T00:00:00Z");

  @Test
  void issuesAWindowWhenTheEventClockIsTwoMinutesPastItsEnd() throws Exception {
    try (var harness = opened()) {
      send(harness, 1, "10:00:10");
      send(harness, 3, "10:00:50");
      send(harness, 9, "10:02:59");
      assertThat(rows(harness)).isEmpty();

      send(harness, 9, "10:03:00");

      assertThat(rows(harness)).containsExactly(row("10:00", 1, 2, 4));
    }
  }

  @Test
  void gathersLateReadingsIntoOneRevision() throws Exception {
    try (var harness = opened()) {
      send(harness, 1, "10:00:10");
      send(harness, 9, "10:03:00");
      send(harness, 2, "10:00:20");
      send(harness, 3, "10:00:30");
      assertThat(rows(harness)).containsExactly(row("10:00", 1, 1, 1));

      harness.setProcessingTime(YEARS_LATER + 5_000);

      assertThat(rows(harness)).containsExactly(row("10:00", 1, 1, 1), row("10:00", 2, 3, 6));
    }
  }

  @Test
  void neverIssuesAWindowTwiceUnchanged() throws Exception {
    try (var harness = opened()) {
      send(harness, 1, "10:00:10");
      send(harness, 9, "10:03:00");
      harness.setProcessingTime(YEARS_LATER + 100_000);
      harness.setProcessingTime(YEARS_LATER + 200_000);
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(rows(harness)).containsExactly(row("10:00", 1, 1, 1), row("10:03", 1, 1, 9));
    }
  }

  @Test
  void issuesAWindowThatIsLeftAloneForThirtySeconds() throws Exception {
    try (var harness = opened()) {
      send(harness, 1, "10:00:10");
      harness.setProcessingTime(YEARS_LATER + 20_000);
      send(harness, 2, "10:00:20");
      harness.setProcessingTime(YEARS_LATER + 49_999);
      assertThat(rows(harness)).isEmpty();

      harness.setProcessingTime(YEARS_LATER + 50_000);

      assertThat(rows(harness)).containsExactly(row("10:00", 1, 2, 3));
    }
  }

  @Test
  void doesNotTakeSilenceForTheEndOfAWindowThatIsNotOver() throws Exception {
    try (var harness = opened()) {
      harness.setProcessingTime(time("10:00:10"));
      send(harness, 1, "10:00:10");

      harness.setProcessingTime(time("10:02:59"));
      assertThat(rows(harness)).isEmpty();
      harness.setProcessingTime(time("10:03:00"));

      assertThat(rows(harness)).hasSize(1);
    }
  }

  @Test
  void issuesEverythingOpenWhenTheJobIsDrained() throws Exception {
    try (var harness = opened()) {
      send(harness, 1, "10:00:10");
      send(harness, 2, "10:01:10");

      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(rows(harness))
          .containsExactlyInAnyOrder(row("10:00", 1, 1, 1), row("10:01", 1, 1, 2));
    }
  }

  @Test
  void goesOnWithTheNextRevisionAfterADrainAndARestore() throws Exception {
    OperatorSubtaskState state;
    try (var harness = opened()) {
      send(harness, 1, "10:00:10");
      harness.processWatermark(Watermark.MAX_WATERMARK);
      state = harness.snapshot(1, 1);
    }

    try (var restored = harness()) {
      restored.initializeState(state);
      restored.open();
      restored.setProcessingTime(YEARS_LATER);
      send(restored, 2, "10:00:20");
      restored.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(rows(restored)).containsExactly(row("10:00", 2, 2, 3));
    }
  }

  @Test
  void rejectsForTheDatasetWhatIsADayBehindItsSource() throws Exception {
    try (var harness = opened()) {
      send(harness, 1, "2026-03-02T10:01:00Z");
      send(harness, 2, "10:00:59");
      send(harness, 3, "10:01:00");

      assertThat(harness.getSideOutput(WindowFunction.LATE))
          .extracting(record -> record.getValue().reason(), record -> record.getValue().dataset())
          .containsExactly(org.assertj.core.groups.Tuple.tuple(Reasons.LATE, "test-dataset"));
    }
  }

  @Test
  void clearsWindowsThatNobodyMayChange() throws Exception {
    try (var harness = opened()) {
      for (int hour = 0; hour < 24 * 20; hour++) {
        send(harness, 1, time("00:00") + hour * 3_600_000L);
      }

      send(harness, 1, time("00:00") + (24 * 19 - 30) * 3_600_000L);

      long bytes = harness.snapshot(1, 1).getStateSize();
      send(harness, 1, time("00:00") + 24 * 20 * 3_600_000L);
      assertThat(harness.snapshot(2, 2).getStateSize()).isCloseTo(bytes, withinPercentage(20));
      assertThat(bytes).isLessThan(20_000);
    }
  }

  @Property(tries = 60)
  void givesTheSameNewestRowsWhateverTheOrderOfArrival(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 3_600) Integer> seconds,
      @ForAll Random random)
      throws Exception {
    List<TaggedReading> readings = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      readings.add(
          reading()
              .offset(i)
              .at(time("10:00") + seconds.get(i) * 1_000L)
              .value(0.1 * i - 1e9 * (i % 3))
              .tagged());
    }
    List<TaggedReading> shuffled = new ArrayList<>(readings);
    Collections.shuffle(shuffled, random);

    assertThat(newestRows(shuffled)).isEqualTo(newestRows(readings));
  }

  private static Map<Long, List<Object>> newestRows(List<TaggedReading> readings) throws Exception {
    try (var harness = opened()) {
      for (TaggedReading reading : readings) {
        harness.processElement(reading, 0);
        harness.setProcessingTime(harness.getProcessingTime() + 1_000);
      }
      harness.processWatermark(Watermark.MAX_WATERMARK);
      Map<Long, List<Object>> newest = new TreeMap<>();
      Map<Long, Integer> revisions = new TreeMap<>();
      for (RowData row : harness.extractOutputValues()) {
        int revision = row.getInt(1);
        assertThat(revision).isEqualTo(revisions.getOrDefault(row.getLong(0), 0) + 1);
        revisions.put(row.getLong(0), revision);
        newest.put(row.getLong(0), List.of(row.getLong(2), row.getDouble(3), row.getDouble(4)));
      }
      return newest;
    }
  }

  private static void send(
      KeyedOneInputStreamOperatorTestHarness<String, TaggedReading, RowData> harness,
      double value,
      String at)
      throws Exception {
    harness.processElement(reading().value(value).at(at).tagged(), 0);
  }

  private static void send(
      KeyedOneInputStreamOperatorTestHarness<String, TaggedReading, RowData> harness,
      double value,
      long at)
      throws Exception {
    harness.processElement(reading().value(value).at(at).tagged(), 0);
  }

  private static List<List<Object>> rows(
      KeyedOneInputStreamOperatorTestHarness<String, TaggedReading, RowData> harness) {
    return harness.extractOutputValues().stream()
        .map(
            row -> List.<Object>of(row.getLong(0), row.getInt(1), row.getLong(2), row.getDouble(3)))
        .toList();
  }

  private static List<Object> row(String start, int revision, long count, double sum) {
    return List.of(time(start), revision, count, sum);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, TaggedReading, RowData> opened()
      throws Exception {
    var harness = harness();
    harness.open();
    harness.setProcessingTime(YEARS_LATER);
    return harness;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, TaggedReading, RowData> harness()
      throws Exception {
    WindowSettings settings =
        new WindowSettings(
            Duration.ofMinutes(1).toMillis(),
            Duration.ofMinutes(2).toMillis(),
            Duration.ofDays(1).toMillis(),
            Duration.ofSeconds(30).toMillis(),
            Duration.ofSeconds(5).toMillis(),
            0);
    EquipmentHealth recipe = new EquipmentHealth();
    WindowDataset<EquipmentTotals> dataset =
        new WindowDataset<>("test-dataset", recipe, settings, WindowFunctionTest::write);
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new WindowFunction<>(dataset)), recipe::key, Types.STRING);
  }

  private static RowData write(WindowRow<EquipmentTotals> row) {
    return GenericRowData.of(
        row.stamp().window().startMillis(),
        row.stamp().revision(),
        row.totals().numbers.count,
        row.totals().numbers.sum.value(),
        row.totals().numbers.last);
  }
}
