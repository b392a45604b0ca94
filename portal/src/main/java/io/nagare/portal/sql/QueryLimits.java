package io.nagare.portal.sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one query may cost.
 *
 * @param memoryMegabytes of the engine
 * @param time from the start to the last row
 * @param rows of the result
 */
public record QueryLimits(int memoryMegabytes, Duration time, long rows) {
  /** Longest query text, in characters. */
  public static final int MAX_TEXT = 100_000;

  /** For a person at a terminal: 1 GB, 5 minutes, 10 million rows. */
  public static final QueryLimits COMMAND_LINE =
      new QueryLimits(1024, Duration.ofMinutes(5), 10_000_000);

  /** For the portal itself, which writes whole datasets: 512 MB, 5 minutes, any number of rows. */
  public static final QueryLimits DELIVERY =
      new QueryLimits(512, Duration.ofMinutes(5), Long.MAX_VALUE);

  /** Every problem of these limits; empty when they can be used. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (memoryMegabytes < 64) {
      problems.add("--memory-mb is %d; give 64 or more".formatted(memoryMegabytes));
    }
    if (time.isNegative() || time.isZero()) {
      problems.add("--timeout-seconds is %d; give 1 or more".formatted(time.toSeconds()));
    }
    if (rows < 1) {
      problems.add("--max-rows is %d; give 1 or more".formatted(rows));
    }
    return problems;
  }
}
