package io.nagare.profiles.airtime;

import java.util.Arrays;

/**
 * What one device sent in one sub-band lately, in bounded memory.
 *
 * <p>Transmissions are kept one by one, by time. When there are more than {@link #MOST} within the
 * last hours, the two neighbours that lie closest together become one stretch with the time on air
 * of both. A stretch that a window only touches counts as much as may lie inside when the most is
 * asked for, and as little as must when the least is: so the true sum is always between both.
 */
final class AirtimeHistory {
  /** Stretches that are kept for a device and sub-band. */
  static final int MOST = 64;

  private static final int FIRST_CAPACITY = 4;

  private long[] starts = new long[FIRST_CAPACITY];
  private long[] ends = new long[FIRST_CAPACITY];
  private long[] airtimes = new long[FIRST_CAPACITY];
  private int size;

  /** Adds a transmission; it may lie before others. */
  void add(Transmission transmission) {
    add(transmission.startMicros(), transmission.endMicros(), transmission.airtimeMicros());
  }

  /** Adds a stretch that holds some time on air, nobody knows where. */
  void add(long startMicros, long endMicros, long airtimeMicros) {
    if (size == MOST) {
      joinClosest();
    }
    int at = size;
    while (at > 0 && starts[at - 1] > startMicros) {
      at--;
    }
    makeRoom(at);
    starts[at] = startMicros;
    ends[at] = endMicros;
    airtimes[at] = airtimeMicros;
  }

  /** Forgets what ended before. */
  void forgetBefore(long micros) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (ends[i] > micros) {
        starts[kept] = starts[i];
        ends[kept] = ends[i];
        airtimes[kept] = airtimes[i];
        kept++;
      }
    }
    size = kept;
  }

  /** Takes one stretch. */
  interface Stretches {
    void take(long startMicros, long endMicros, long airtimeMicros);
  }

  void forEach(Stretches stretches) {
    for (int i = 0; i < size; i++) {
      stretches.take(starts[i], ends[i], airtimes[i]);
    }
  }

  /** The latest end; the smallest number when there is nothing. */
  long latestEnd() {
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      latest = Math.max(latest, ends[i]);
    }
    return latest;
  }

  /** The most time on air that may lie in a window. */
  long atMost(long fromMicros, long toMicros) {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      long inside = Math.min(ends[i], toMicros) - Math.max(starts[i], fromMicros);
      if (inside > 0) {
        boolean whole = inside == ends[i] - starts[i];
        sum += whole ? airtimes[i] : Math.min(airtimes[i], inside);
      }
    }
    return sum;
  }

  /** The time on air that must lie in a window. */
  long atLeast(long fromMicros, long toMicros) {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      long inside = Math.min(ends[i], toMicros) - Math.max(starts[i], fromMicros);
      if (inside > 0) {
        long outside = ends[i] - starts[i] - inside;
        sum += Math.max(0, airtimes[i] - outside);
      }
    }
    return sum;
  }

  /**
   * The most time on air within any window of a length that holds the transmission, with the
   * transmission itself: windows that end with it or later, and windows that begin with it or
   * before.
   *
   * <p>As a window moves on, the sum grows by what enters and shrinks by what leaves. So it is
   * greatest at the ends of its way, or where all that a stretch can give is just inside: at the
   * window's end after its start, or at the window's beginning before its end.
   *
   * @param most whether to count what may lie in a window, or only what must
   */
  long fullestWindow(Transmission transmission, long windowMicros, boolean most) {
    long first = transmission.endMicros() - windowMicros;
    long last = transmission.startMicros();
    long fullest =
        Math.max(
            with(transmission, first, windowMicros, most),
            with(transmission, last, windowMicros, most));
    for (int i = 0; i < size; i++) {
      long given = most ? Math.min(airtimes[i], ends[i] - starts[i]) : ends[i] - starts[i];
      long entered = starts[i] + given - windowMicros;
      long leaving = ends[i] - given;
      if (first < entered && entered < last) {
        fullest = Math.max(fullest, with(transmission, entered, windowMicros, most));
      }
      if (first < leaving && leaving < last) {
        fullest = Math.max(fullest, with(transmission, leaving, windowMicros, most));
      }
    }
    return fullest;
  }

  private long with(Transmission transmission, long from, long windowMicros, boolean most) {
    long inside =
        Math.min(transmission.endMicros(), from + windowMicros)
            - Math.max(transmission.startMicros(), from);
    long to = from + windowMicros;
    return Math.max(0, inside) + (most ? atMost(from, to) : atLeast(from, to));
  }

  /** The shortest time between the transmission and any other one; negative when they overlap. */
  long nearestGap(Transmission transmission) {
    long nearest = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      long gap =
          Math.max(starts[i] - transmission.endMicros(), transmission.startMicros() - ends[i]);
      nearest = Math.min(nearest, gap);
    }
    return nearest;
  }

  private void joinClosest() {
    int closest = 0;
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i + 1 < size; i++) {
      long length = Math.max(ends[i], ends[i + 1]) - starts[i];
      if (length < shortest) {
        shortest = length;
        closest = i;
      }
    }
    ends[closest] = Math.max(ends[closest], ends[closest + 1]);
    airtimes[closest] += airtimes[closest + 1];
    int moved = size - closest - 2;
    System.arraycopy(starts, closest + 2, starts, closest + 1, moved);
    System.arraycopy(ends, closest + 2, ends, closest + 1, moved);
    System.arraycopy(airtimes, closest + 2, airtimes, closest + 1, moved);
    size--;
  }

  private void makeRoom(int at) {
    if (size == starts.length) {
      int capacity = Math.min(MOST, size * 2);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      airtimes = Arrays.copyOf(airtimes, capacity);
    }
    System.arraycopy(starts, at, starts, at + 1, size - at);
    System.arraycopy(ends, at, ends, at + 1, size - at);
    System.arraycopy(airtimes, at, airtimes, at + 1, size - at);
    size++;
  }
}
