package io.nagare.standalone;

import io.nagare.standalone.processes.SupervisionListener;
import java.time.Duration;
import java.util.List;

/** Passes on bad news only. */
final class Quiet implements SupervisionListener {
  private final SupervisionListener listener;

  Quiet(SupervisionListener listener) {
    this.listener = listener;
  }

  @Override
  public void starting(String name) {}

  @Override
  public void ready(String name, Duration took) {}

  @Override
  public void died(String name, String cause, int time) {
    listener.died(name, cause, time);
  }

  @Override
  public void gaveUp(String name, String cause, List<String> lastLines) {
    listener.gaveUp(name, cause, lastLines);
  }

  @Override
  public void refused(String name, List<String> lastLines) {
    listener.refused(name, lastLines);
  }

  @Override
  public void stopping(String name) {}

  @Override
  public void stopped(String name, boolean killed) {}
}
