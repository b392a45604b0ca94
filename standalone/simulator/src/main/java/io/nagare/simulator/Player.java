package io.nagare.simulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Lets each source report when it is due by the wall clock, until it is stopped.
 *
 * <p>{@link #playDue} is called by one thread; sources are stopped and started by any.
 */
final class Player {
  /** The first reports of all sources are spread over this time. */
  private static final long FIRST_REPORTS_MILLIS = 1_000;

  private static final long LATEST_MILLIS = 10_000;

  private final Clock clock;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final PriorityQueue<Due> due = new PriorityQueue<>();

  /** A source, where its reports go, and whether it runs. */
  static final class Part {
    private final Source source;
    private final String gateway;
    private final Consumer<Report> reports;
    private volatile boolean running = true;

    private Part(Source source, String gateway, Consumer<Report> reports) {
      this.source = source;
      this.gateway = gateway;
      this.reports = reports;
    }

    Source source() {
      return source;
    }

    String gateway() {
      return gateway;
    }

    boolean running() {
      return running;
    }

    private void set(boolean wanted, long now) {
      boolean starts = wanted && !running;
      running = wanted;
      if (starts) {
        reports.accept(new Report(source.device(), now, source.readingsAt(now)));
      }
    }
  }

  private record Due(long atMillis, Part part) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return Long.compare(atMillis, other.atMillis);
    }
  }

  Player(Clock clock) {
    this.clock = clock;
  }

  /** Adds the sources of a gateway; they report for the first time within a second. */
  void add(String gateway, List<Source> sources, Consumer<Report> reports) {
    List<Source> all = new ArrayList<>(sources);
    for (int i = 0; i < all.size(); i++) {
      Part part = new Part(all.get(i), gateway, reports);
      parts.put(part.source.device(), part);
      due.add(new Due(clock.millis() + FIRST_REPORTS_MILLIS * i / all.size(), part));
    }
  }

  /** Lets every source report that is due, and gives the milliseconds until the next one is. */
  long playDue() {
    Due next = due.peek();
    while (next != null && next.atMillis <= clock.millis()) {
      due.poll();
      play(next);
      next = due.peek();
    }
    return next == null ? FIRST_REPORTS_MILLIS : Math.max(0, next.atMillis - clock.millis());
  }

  private void play(Due now) {
    Source source = now.part.source;
    if (now.part.running) {
      now.part.reports.accept(
          new Report(source.device(), now.atMillis, source.readingsAt(now.atMillis)));
    }
    // After a long pause of the process, what was missed is not made up: devices do not do so.
    long from = Math.max(now.atMillis, clock.millis() - LATEST_MILLIS);
    due.add(new Due(source.nextAfter(from), now.part));
  }

  /** All sources. */
  Collection<Part> parts() {
    return Collections.unmodifiableCollection(parts.values());
  }

  /**
   * Lets a source run, beginning with a report at once, or stops it.
   *
   * @return false if there is no such source
   */
  boolean setRunning(String device, boolean running) {
    Optional<Part> part = Optional.ofNullable(parts.get(device));
    part.ifPresent(found -> found.set(running, clock.millis()));
    return part.isPresent();
  }
}
