package io.nagare.pipeline.live;

import io.nagare.pipeline.decode.SessionChange;
import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.TaggedReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the newest reading of every series of a gateway and sends what changed a few times a
 * second, however many readings come.
 *
 * <p>State is one reading per series and two positions per device; it is never cleared, because a
 * series that has ended is still shown, as stale.
 */
final class ConflateLive
    extends KeyedCoProcessFunction<String, TaggedReading, SessionChange, LiveUpdate> {
  private static final long serialVersionUID = 1L;

  /** Fast enough for a person's eye, slow enough for a browser. */
  static final Duration DELAY = Duration.ofMillis(200);

  private static final String WHOLE_GATEWAY = "";

  private transient MapState<String, TaggedReading> newest;
  private transient MapState<String, Boolean> changed;
  private transient MapState<String, SessionPositions> sessions;
  private transient ValueState<Long> timer;

  @Override
  public void open(OpenContext context) {
    newest =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "newest", Types.STRING, TypeInformation.of(TaggedReading.class)));
    changed =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("changed", Types.STRING, Types.BOOLEAN));
    sessions =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "sessions", Types.STRING, TypeInformation.of(SessionPositions.class)));
    timer = getRuntimeContext().getState(new ValueStateDescriptor<>("timer", Types.LONG));
  }

  @Override
  public void processElement1(TaggedReading reading, Context context, Collector<LiveUpdate> out)
      throws Exception {
    String series = series(reading.reading());
    TaggedReading known = newest.get(series);
    if (known == null || reading.reading().isNewerThan(known.reading())) {
      newest.put(series, reading);
      markChanged(series, context);
    }
  }

  @Override
  public void processElement2(SessionChange change, Context context, Collector<LiveUpdate> out)
      throws Exception {
    SessionPositions before = positions(change.device());
    sessions.put(
        change.device(),
        change.online()
            ? new SessionPositions(Math.max(before.birth(), change.position()), before.death())
            : new SessionPositions(before.birth(), Math.max(before.death(), change.position())));
    for (Map.Entry<String, TaggedReading> entry : newest.entries()) {
      String device = entry.getValue().reading().placement().device();
      if (change.device().equals(WHOLE_GATEWAY) || change.device().equals(device)) {
        markChanged(entry.getKey(), context);
      }
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<LiveUpdate> out)
      throws Exception {
    timer.clear();
    List<String> due = new ArrayList<>();
    changed.keys().forEach(due::add);
    for (String series : due) {
      TaggedReading reading = newest.get(series);
      out.collect(new LiveUpdate(reading, isOnline(reading.reading())));
    }
    changed.clear();
  }

  private void markChanged(String series, Context context) throws Exception {
    changed.put(series, true);
    if (timer.value() == null) {
      long at = context.timerService().currentProcessingTime() + DELAY.toMillis();
      context.timerService().registerProcessingTimeTimer(at);
      timer.update(at);
    }
  }

  private boolean isOnline(DecodedReading reading) throws Exception {
    SessionPositions device = positions(reading.placement().device());
    return LiveRules.isOnline(
        reading.position(), device.birth(), device.death(), positions(WHOLE_GATEWAY).death());
  }

  private SessionPositions positions(String device) throws Exception {
    SessionPositions known = sessions.get(device);
    return known == null ? SessionPositions.unknown() : known;
  }

  private static String series(DecodedReading reading) {
    return reading.placement().device() + "/" + reading.measurement();
  }
}
