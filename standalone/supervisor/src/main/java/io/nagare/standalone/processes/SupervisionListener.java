package io.nagare.standalone.processes;

import java.time.Duration;
import java.util.List;

/** Is told what happens to the processes, by the supervision's thread. */
public interface SupervisionListener {
  /** A process was started. */
  void starting(String name);

  /** A process does its work, this long after it was started. */
  void ready(String name, Duration took);

  /**
   * A process died and will be started again after a pause.
   *
   * @param cause such as {@code signal 9} or {@code exit 1}
   * @param time how often it has died since the supervision began
   */
  void died(String name, String cause, int time);

  /**
   * A process died too often and is not started again.
   *
   * @param lastLines what it wrote last
   */
  void gaveUp(String name, String cause, List<String> lastLines);

  /**
   * A process refused its settings at its first start, and is not started again.
   *
   * @param lastLines what it wrote last, which names the problems
   */
  void refused(String name, List<String> lastLines);

  /** A process is asked to end. */
  void stopping(String name);

  /** A process has ended as asked; {@code killed} if it had to be killed. */
  void stopped(String name, boolean killed);
}
