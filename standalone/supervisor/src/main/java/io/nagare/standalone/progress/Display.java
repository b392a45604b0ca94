package io.nagare.standalone.progress;

import io.nagare.standalone.processes.SupervisionListener;
import java.io.PrintStream;
import java.util.List;

/** What the user sees, on standard error. */
public interface Display extends SupervisionListener {

  /** Shows a line that stays. */
  void say(String line);

  /**
   * Shows how things stand; replaces what was shown before, and is dropped where nothing can be.
   */
  void status(String line);

  /** All processes have started: from here on they are only mentioned when one dies. */
  void settled();

  /**
   * A display for this machine: live lines on a terminal, a line per event otherwise.
   *
   * @param processes the names of all processes, in the order to show them
   */
  static Display on(PrintStream out, boolean terminal, boolean color, List<String> processes) {
    return terminal ? new TerminalDisplay(out, color, processes) : new LineDisplay(out);
  }
}
