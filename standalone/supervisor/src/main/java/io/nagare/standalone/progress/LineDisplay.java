package io.nagare.standalone.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** A line per event, for logs and pipes. */
final class LineDisplay implements Display {
  private final PrintStream out;

  LineDisplay(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void say(String line) {
    out.println(line);
  }

  @Override
  public void status(String line) {}

  @Override
  public void settled() {}

  @Override
  public void starting(String name) {}

  @Override
  public void ready(String name, Duration took) {
    say(name + " is ready after " + Words.seconds(took));
  }

  @Override
  public void died(String name, String cause, int time) {
    say(Words.died(name, cause, time));
  }

  @Override
  public void gaveUp(String name, String cause, List<String> lastLines) {
    Words.gaveUp(name, cause, lastLines).forEach(this::say);
  }

  @Override
  public void refused(String name, List<String> lastLines) {
    Words.refused(name, lastLines).forEach(this::say);
  }

  @Override
  public void stopping(String name) {}

  @Override
  public void stopped(String name, boolean killed) {
    if (killed) {
      say(name + " did not stop in time and was killed");
    }
  }
}
