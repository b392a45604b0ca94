package io.nagare.portal.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest reading of every series. Safe for many threads.
 *
 * <p>The newest is the one with the latest event time: a reading that arrives late never hides a
 * newer one. Whether the session lives is told by the record that arrived last.
 */
public final class LiveMap {
  private final Map<SeriesKey, LiveReading> readings = new LinkedHashMap<>();
  private long revision;

  /**
   * The readings at one moment.
   *
   * @param revision counts the changes up to here
   * @param readings one per series
   */
  public record Snapshot(long revision, List<LiveReading> readings) {}

  /** Takes in a reading. */
  public synchronized void put(LiveReading reading) {
    LiveReading known = readings.get(reading.key());
    LiveReading kept = known == null ? reading : newest(known, reading);
    if (!kept.equals(known)) {
      readings.put(reading.key(), kept);
      revision++;
    }
  }

  /** Forgets a series. */
  public synchronized void remove(SeriesKey key) {
    if (readings.remove(key) != null) {
      revision++;
    }
  }

  /** How many changes there were. */
  public synchronized long revision() {
    return revision;
  }

  /** A copy of all readings. */
  public synchronized Snapshot snapshot() {
    return new Snapshot(revision, new ArrayList<>(readings.values()));
  }

  private static LiveReading newest(LiveReading known, LiveReading arrived) {
    if (arrived.eventTime().isEmpty()
        || (known.eventTime().isPresent()
            && arrived.eventTime().get().isBefore(known.eventTime().get()))) {
      return known.withSessionDead(arrived.sessionDead());
    }
    return arrived;
  }
}
