package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time.
 *
 * @param start inclusive
 * @param end exclusive, after the start
 */
public record Interval(Instant start, Instant end) {

  /** Refuses a stretch that is empty or runs backwards. */
  public Interval {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("interval " + start + " to " + end + " is empty");
    }
  }

  /** Whether the moment is in it. */
  public boolean contains(Instant moment) {
    return !moment.isBefore(start) && moment.isBefore(end);
  }

  /** Whether all of the other is in it. */
  public boolean covers(Interval other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  /** Whether they share a moment. */
  public boolean overlaps(Interval other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** What both have, if anything. */
  public Optional<Interval> intersection(Interval other) {
    return overlaps(other)
        ? Optional.of(
            new Interval(
                start.isAfter(other.start) ? start : other.start,
                end.isBefore(other.end) ? end : other.end))
        : Optional.empty();
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(start, end);
  }

  /** The same time in intervals that neither touch nor overlap, in order. */
  static List<Interval> merged(List<Interval> intervals) {
    List<Interval> merged = new ArrayList<>();
    for (Interval next :
        intervals.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
      Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || last.end.isBefore(next.start)) {
        merged.add(next);
      } else if (last.end.isBefore(next.end)) {
        merged.set(merged.size() - 1, new Interval(last.start, next.end));
      }
    }
    return merged;
  }

  /** What is left of merged intervals without the others. */
  static List<Interval> without(List<Interval> intervals, List<Interval> removed) {
    List<Interval> left = new ArrayList<>();
    List<Interval> holes = merged(removed);
    for (Interval interval : intervals) {
      Instant from = interval.start;
      for (Interval hole : holes) {
        if (!hole.overlaps(interval)) {
          continue;
        }
        if (from.isBefore(hole.start)) {
          left.add(new Interval(from, hole.start));
        }
        from = hole.end;
      }
      if (from.isBefore(interval.end)) {
        left.add(new Interval(from, interval.end));
      }
    }
    return left;
  }
}
