package io.nagare.sparkplug;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A set of offsets that fills up from below: everything under a floor, and ranges above it.
 *
 * <p>It takes memory for the gaps only, so it stays small while messages arrive nearly in order.
 * Not thread-safe.
 */
public final class OffsetSet {
  private long floor;

  /** Start → end (exclusive) of the ranges above the floor; they neither touch nor overlap. */
  private final NavigableMap<Long, Long> ranges = new TreeMap<>();

  private OffsetSet(long floor) {
    this.floor = floor;
  }

  /** The set of every offset below {@code floor}. */
  public static OffsetSet startingAt(long floor) {
    return new OffsetSet(floor);
  }

  /**
   * The set that had this floor and these ranges.
   *
   * @param ranges pairs of start and end (exclusive), as {@link #ranges()} gives them
   * @throws IllegalArgumentException if the number of values is odd
   */
  public static OffsetSet of(long floor, long[] ranges) {
    if (ranges.length % 2 != 0) {
      throw new IllegalArgumentException("ranges come in pairs, not " + ranges.length + " values");
    }
    OffsetSet set = new OffsetSet(floor);
    for (int i = 0; i < ranges.length; i += 2) {
      set.ranges.put(ranges[i], ranges[i + 1]);
    }
    return set;
  }

  /**
   * Adds an offset.
   *
   * @return false if it was in the set already
   */
  public boolean add(long offset) {
    if (offset < floor) {
      return false;
    }
    if (offset == floor && ranges.isEmpty()) {
      floor++;
      return true;
    }
    Map.Entry<Long, Long> before = ranges.floorEntry(offset);
    if (before != null && offset < before.getValue()) {
      return false;
    }
    long start = offset;
    long end = offset + 1;
    if (before != null && before.getValue() == offset) {
      start = before.getKey();
    }
    Long endOfNext = ranges.remove(end);
    if (endOfNext != null) {
      end = endOfNext;
    }
    if (start == floor) {
      floor = end;
    } else {
      ranges.put(start, end);
    }
    return true;
  }

  /** Says that every offset below {@code newFloor} is in the set; a lower floor changes nothing. */
  public void raiseFloor(long newFloor) {
    if (newFloor <= floor) {
      return;
    }
    floor = newFloor;
    while (!ranges.isEmpty() && ranges.firstKey() <= floor) {
      floor = Math.max(floor, ranges.pollFirstEntry().getValue());
    }
  }

  /** Whether the offset is in the set. */
  public boolean contains(long offset) {
    if (offset < floor) {
      return true;
    }
    Map.Entry<Long, Long> before = ranges.floorEntry(offset);
    return before != null && offset < before.getValue();
  }

  /** The lowest offset that is not in the set. */
  public long floor() {
    return floor;
  }

  /** The ranges above the floor: pairs of start and end (exclusive), ascending. */
  public long[] ranges() {
    long[] pairs = new long[ranges.size() * 2];
    int i = 0;
    for (Map.Entry<Long, Long> range : ranges.entrySet()) {
      pairs[i++] = range.getKey();
      pairs[i++] = range.getValue();
    }
    return pairs;
  }
}
