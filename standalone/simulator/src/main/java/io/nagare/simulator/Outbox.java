package io.nagare.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reports for one gateway that are not answered yet.
 *
 * <p>A device has one report on its way at a time, so its reports arrive in order however often one
 * is sent again. Like a real device it keeps only so many; the oldest go first. Not thread-safe.
 */
final class Outbox {
  private final int perDevice;
  private final Map<String, Deque<Report>> waiting = new HashMap<>();
  private final Set<String> ready = new LinkedHashSet<>();
  private final Set<String> onTheWay = new LinkedHashSet<>();
  private long dropped;

  /** An outbox that keeps this many reports of each device. */
  Outbox(int perDevice) {
    this.perDevice = perDevice;
  }

  /** Puts a report behind the others of its device. */
  void add(Report report) {
    Deque<Report> queue = waiting.computeIfAbsent(report.device(), device -> new ArrayDeque<>());
    queue.addLast(report);
    if (queue.size() > perDevice) {
      queue.removeFirst();
      dropped++;
    }
    if (!onTheWay.contains(report.device())) {
      ready.add(report.device());
    }
  }

  /** Takes a report to send; empty while every device that has one waits for an answer. */
  Optional<Report> take() {
    var devices = ready.iterator();
    if (!devices.hasNext()) {
      return Optional.empty();
    }
    String device = devices.next();
    devices.remove();
    onTheWay.add(device);
    return Optional.of(waiting.getOrDefault(device, new ArrayDeque<>()).removeFirst());
  }

  /** The report was answered, so its device may send the next. */
  void done(Report report) {
    onTheWay.remove(report.device());
    if (!waiting.getOrDefault(report.device(), new ArrayDeque<>()).isEmpty()) {
      ready.add(report.device());
    }
  }

  /** The report was not taken: it is the next of its device again. */
  void again(Report report) {
    waiting.computeIfAbsent(report.device(), device -> new ArrayDeque<>()).addFirst(report);
    done(report);
  }

  /** How many reports are on their way. */
  int onTheWay() {
    return onTheWay.size();
  }

  /** How many reports wait to be sent. */
  int waiting() {
    return waiting.values().stream().mapToInt(Deque::size).sum();
  }

  /** How many reports were given up because their device's memory was full. */
  long dropped() {
    return dropped;
  }
}
