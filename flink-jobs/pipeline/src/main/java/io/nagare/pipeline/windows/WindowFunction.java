package io.nagare.pipeline.windows;

import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.reading.TaggedReading;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Totals the readings of a key by window and issues each window's row, and its revisions, when
 * {@link WindowRules} say so.
 *
 * <p>Timers: one in processing time per key for windows that no clock makes due; one in event time
 * that only the end of all time fires, which Flink announces when the job is stopped with drain,
 * and which issues everything still open.
 *
 * @param <A> the totals of a window
 */
final class WindowFunction<A> extends KeyedProcessFunction<String, TaggedReading, RowData> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Rejected> LATE =
      new OutputTag<>("late", TypeInformation.of(Rejected.class));

  private static final long NO_TIMER = Long.MAX_VALUE;

  private final WindowDataset<A> dataset;
  private transient WindowRules rules;
  private transient KeyWindows<A> windows;
  private transient ValueState<TaggedReading> newest;
  private transient ValueState<Long> timer;

  WindowFunction(WindowDataset<A> dataset) {
    this.dataset = dataset;
  }

  @Override
  public void open(OpenContext context) {
    rules = new WindowRules(dataset.settings());
    windows = new KeyWindows<>(getRuntimeContext(), dataset.recipe(), rules);
    newest =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("newest", TypeInformation.of(TaggedReading.class)));
    timer = getRuntimeContext().getState(new ValueStateDescriptor<>("timer", Types.LONG));
  }

  @Override
  public void processElement(TaggedReading reading, Context context, Collector<RowData> out)
      throws Exception {
    long eventTime = reading.reading().eventTimeMillis();
    Window window = rules.windowOf(eventTime);
    if (windows.isLate(window, reading)) {
      context.output(LATE, LateReadings.reject(reading, window, dataset.id()));
      return;
    }
    TaggedReading known = newest.value();
    if (known == null || reading.reading().isNewerThan(known.reading())) {
      newest.update(reading);
    }
    TimerService timers = context.timerService();
    long now = timers.currentProcessingTime();
    windows.add(window, reading, now);
    long from = windows.advance(reading);
    if (rules.passesAnEnd(from, eventTime)) {
      issueDue(now, out);
    }
    if (rules.isTimeToSweep(from, eventTime)) {
      windows.sweep(now);
    }
    // Set for every window that is open, as timers that fired do not come back after a restart.
    timers.registerEventTimeTimer(Long.MAX_VALUE);
    wake(windows.deadline(window), timers);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<RowData> out)
      throws Exception {
    TimerService timers = context.timerService();
    long now = timers.currentProcessingTime();
    if (timestamp == Long.MAX_VALUE) {
      for (Window window : windows.open()) {
        issue(window, now, out);
      }
      return;
    }
    timer.clear();
    long next = NO_TIMER;
    for (Window window : windows.open()) {
      long deadline = windows.deadline(window);
      if (deadline <= now) {
        issue(window, now, out);
      } else {
        next = Math.min(next, deadline);
      }
    }
    wake(next, timers);
  }

  private void issueDue(long now, Collector<RowData> out) throws Exception {
    for (Window window : windows.open()) {
      if (windows.isDueForFirstIssue(window)) {
        issue(window, now, out);
      }
    }
  }

  private void issue(Window window, long now, Collector<RowData> out) throws Exception {
    int revision = windows.issued(window);
    WindowStamp stamp = new WindowStamp(window, revision, now, newest.value());
    out.collect(dataset.rows().row(new WindowRow<>(windows.totals(window), stamp)));
  }

  private void wake(long at, TimerService timers) throws Exception {
    Long set = timer.value();
    if (at != NO_TIMER && (set == null || at < set)) {
      timers.registerProcessingTimeTimer(at);
      timer.update(at);
    }
  }
}
