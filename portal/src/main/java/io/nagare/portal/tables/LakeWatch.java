package io.nagare.portal.tables;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the catalog of tables every few seconds whether it answers. */
public final class LakeWatch implements AutoCloseable {
  /** How often it asks. */
  public static final Duration EVERY = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(LakeWatch.class);

  private final Lake lake;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "catalog-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile State state;

  /**
   * Whether the catalog answers.
   *
   * @param up whether it answered last time
   * @param since when that began
   * @param detail why not; empty when it does
   */
  public record State(boolean up, Instant since, String detail) {}

  /** A watch over a lake. */
  public LakeWatch(Lake lake, Clock clock) {
    this.lake = lake;
    this.clock = clock;
    this.state = new State(false, clock.instant(), "not asked yet");
  }

  /** Begins to ask. */
  public void start() {
    timer.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The last answer. */
  public State state() {
    return state;
  }

  private void ask() {
    try {
      lake.names();
      enter(true, "");
    } catch (LakeUnavailable away) {
      enter(false, String.valueOf(away.getMessage()));
    } catch (RuntimeException defect) {
      LOG.error("the catalog of tables cannot be asked", defect);
      enter(false, defect.toString());
    }
  }

  private void enter(boolean up, String detail) {
    if (state.up() != up || !state.detail().equals(detail)) {
      LOG.info("catalog of tables {}: {}", up ? "up" : "down", detail);
      state = new State(up, state.up() == up ? state.since() : clock.instant(), detail);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
