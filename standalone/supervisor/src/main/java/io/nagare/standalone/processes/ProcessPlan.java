package io.nagare.standalone.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How one child process is started, known to be ready, and stopped.
 *
 * @param name what the process is called in messages, logs and reports
 * @param after the processes that must be ready before this one starts, and stop after it
 * @param command its command line, made anew at each start
 * @param workingDirectory the folder it runs in
 * @param ready whether it does its work; asked again and again until it does
 * @param readyWithin how long that may take before it counts as dead
 * @param stopSignal the signal that asks it to end
 * @param stopWithin how long that may take before it is killed
 * @param refusesByTwo whether exit code 2 at its first start says that it refuses its settings, so
 *     that starting it again would not help
 */
public record ProcessPlan(
    String name,
    Set<String> after,
    CommandSource command,
    Path workingDirectory,
    Readiness ready,
    Duration readyWithin,
    Signal stopSignal,
    Duration stopWithin,
    boolean refusesByTwo) {

  /** Two minutes: on two cores a dozen of Java processes start at the same time. */
  public static final Duration READY_WITHIN = Duration.ofMinutes(2);

  /** Longer than any part needs to write down what it holds. */
  public static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  /** A plan whose collections cannot change. */
  public ProcessPlan {
    after = Set.copyOf(after);
  }

  /** A plan with the usual time limits that is stopped by SIGTERM. */
  public static ProcessPlan of(
      String name,
      Set<String> after,
      CommandSource command,
      Path workingDirectory,
      Readiness ready) {
    return new ProcessPlan(
        name,
        after,
        command,
        workingDirectory,
        ready,
        READY_WITHIN,
        Signal.TERM,
        STOP_WITHIN,
        false);
  }

  /** The same plan, stopped by another signal. */
  public ProcessPlan stoppedBy(Signal signal) {
    return new ProcessPlan(
        name,
        after,
        command,
        workingDirectory,
        ready,
        readyWithin,
        signal,
        stopWithin,
        refusesByTwo);
  }

  /** The same plan for a program that ends with exit code 2 when it refuses its settings. */
  public ProcessPlan refusingByTwo() {
    return new ProcessPlan(
        name, after, command, workingDirectory, ready, readyWithin, stopSignal, stopWithin, true);
  }

  /** Makes the command line of a process each time that it is started. */
  @FunctionalInterface
  public interface CommandSource {
    /** The program and its arguments. */
    List<String> command() throws IOException;
  }

  /** Asks a process whether it does its work; answers within a second, and never throws. */
  @FunctionalInterface
  public interface Readiness {
    /** Whether it does, now. */
    boolean isReady();
  }

  /** The signals that ask a process to end. */
  public enum Signal {
    /** What most programs take as a request to end. */
    TERM,
    /** What PostgreSQL takes as a request to end without waiting for its clients. */
    INT
  }
}
