package io.nagare.standalone.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides whether a process that died is started again, and when. */
public final class RestartRules {
  /** Deaths within {@link #WINDOW} after which a process is given up. */
  public static final int DEATHS_TO_GIVE_UP = 5;

  /** How far back deaths count. */
  public static final Duration WINDOW = Duration.ofMinutes(1);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private RestartRules() {}

  /**
   * The pause before the next start: 250 ms after the first death of the last minute, twice as long
   * after each further one; empty if the process is to be given up.
   *
   * @param deaths when the process died, the last one included
   * @param now the time of the last death
   */
  public static Optional<Duration> pauseAfter(List<Instant> deaths, Instant now) {
    long recent = deaths.stream().filter(death -> death.isAfter(now.minus(WINDOW))).count();
    if (recent >= DEATHS_TO_GIVE_UP) {
      return Optional.empty();
    }
    return Optional.of(FIRST_PAUSE.multipliedBy(1L << Math.max(0, recent - 1)));
  }
}
