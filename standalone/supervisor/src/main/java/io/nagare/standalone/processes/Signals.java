package io.nagare.standalone.processes;

import java.io.IOException;

/** Sends signals; Java itself knows SIGTERM and SIGKILL only. */
final class Signals {
  private Signals() {}

  static void send(ProcessPlan.Signal signal, Process process) {
    if (signal == ProcessPlan.Signal.TERM) {
      process.destroy();
      return;
    }
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noShell) {
      process.destroy();
    }
  }
}
