package io.nagare.pipeline.tables;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Refuses to start a job behind its tables.
 *
 * <p>A sink skips every commit whose checkpoint number its table has already seen. A job that
 * starts from an older checkpoint, or from none, would so lose what it reads until it has counted
 * past that number, silently (apache/iceberg#10892). Better not to start.
 */
public final class CommitGuard {
  private CommitGuard() {}

  /**
   * What is wrong with starting from a checkpoint.
   *
   * @param committed table → the last checkpoint of this job that it holds
   * @param restored the checkpoint that the job starts from; empty for none
   * @return empty if nothing is wrong
   */
  public static Optional<String> problem(Map<String, Long> committed, Optional<Long> restored) {
    Map<String, Long> ahead = new TreeMap<>(committed);
    ahead.values().removeIf(checkpoint -> restored.filter(id -> id >= checkpoint).isPresent());
    if (ahead.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "the tables hold this job's rows up to checkpoint "
            + ahead
            + (restored.isPresent()
                ? ", but it would start from checkpoint " + restored.get()
                : ", but it would start without a checkpoint")
            + "; start it from the newest checkpoint or savepoint, or, if that is lost, with"
            + " another --job-id (which reads everything again and so repeats rows)");
  }
}
