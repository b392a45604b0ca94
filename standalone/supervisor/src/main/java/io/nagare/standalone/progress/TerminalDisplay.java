package io.nagare.standalone.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A live line per process while they start and stop, and one status line while they run. */
final class TerminalDisplay implements Display {
  private static final String ERASE_BELOW = "\u001b[J";
  private static final String NAME_WIDTH = "%-22s";

  private final PrintStream out;
  private final boolean color;
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private boolean showProcesses = true;
  private String status = "";
  private int drawn;

  private record Line(String symbol, String shade, String text, @Nullable Instant since) {}

  TerminalDisplay(PrintStream out, boolean color, List<String> processes) {
    this.out = out;
    this.color = color;
    processes.forEach(name -> lines.put(name, new Line("·", "2", "waits", null)));
  }

  @Override
  public synchronized void say(String line) {
    erase();
    out.println(line);
    draw();
  }

  @Override
  public synchronized void status(String line) {
    erase();
    status = line;
    draw();
  }

  @Override
  public synchronized void settled() {
    showProcesses = false;
    // The lines stay where they are; what comes is written below them.
    drawn = 0;
  }

  @Override
  public void starting(String name) {
    show(name, new Line("◐", "33", "starts", Instant.now()));
  }

  @Override
  public void ready(String name, Duration took) {
    if (settledAlready()) {
      say(name + " is ready again after " + Words.seconds(took));
    } else {
      show(name, new Line("●", "32", "ready after " + Words.seconds(took), null));
    }
  }

  @Override
  public void died(String name, String cause, int time) {
    say(paint("33", Words.died(name, cause, time)));
  }

  @Override
  public void gaveUp(String name, String cause, List<String> lastLines) {
    Words.gaveUp(name, cause, lastLines).forEach(line -> say(paint("31", line)));
  }

  @Override
  public void refused(String name, List<String> lastLines) {
    Words.refused(name, lastLines).forEach(line -> say(paint("31", line)));
  }

  @Override
  public void stopping(String name) {
    status("stopping " + name);
  }

  @Override
  public void stopped(String name, boolean killed) {
    if (killed) {
      say(name + " did not stop in time and was killed");
    }
  }

  private synchronized boolean settledAlready() {
    return !showProcesses;
  }

  private synchronized void show(String name, Line line) {
    erase();
    lines.put(name, line);
    draw();
  }

  private void erase() {
    if (drawn > 0) {
      out.print("\u001b[" + drawn + "F" + ERASE_BELOW);
      drawn = 0;
    }
  }

  private void draw() {
    if (showProcesses) {
      lines.forEach(
          (name, line) -> {
            out.println(
                " "
                    + paint(line.shade(), line.symbol())
                    + " "
                    + String.format(NAME_WIDTH, name)
                    + line.text());
            drawn++;
          });
    }
    if (!status.isEmpty()) {
      out.println(status);
      drawn++;
    }
    out.flush();
  }

  private String paint(String shade, String text) {
    return color ? "\u001b[" + shade + "m" + text + "\u001b[0m" : text;
  }
}
