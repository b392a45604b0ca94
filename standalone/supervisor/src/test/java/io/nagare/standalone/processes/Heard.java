package io.nagare.standalone.processes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that remembers what it heard, a line per event. */
final class Heard implements SupervisionListener {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void starting(String name) {
    lines.add("starting " + name);
  }

  @Override
  public void ready(String name, Duration took) {
    lines.add("ready " + name);
  }

  @Override
  public void died(String name, String cause, int time) {
    lines.add("died " + name + " " + cause + " " + time);
  }

  @Override
  public void gaveUp(String name, String cause, List<String> lastLines) {
    lines.add("gave up " + name + " " + cause + " " + String.join("|", lastLines));
  }

  @Override
  public void refused(String name, List<String> lastLines) {
    lines.add("refused " + name + " " + lastLines.get(lastLines.size() - 1));
  }

  @Override
  public void stopping(String name) {
    lines.add("stopping " + name);
  }

  @Override
  public void stopped(String name, boolean killed) {
    lines.add((killed ? "killed " : "stopped ") + name);
  }
}
