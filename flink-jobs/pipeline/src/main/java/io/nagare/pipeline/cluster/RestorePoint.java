package io.nagare.pipeline.cluster;

import io.nagare.pipeline.tables.CommitGuard;
import io.nagare.pipeline.tables.Tables;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The checkpoint or savepoint that a job is about to start from.
 *
 * @param jobId the id that the job will have; empty if Flink draws one, so that no table can hold
 *     rows of it
 * @param checkpoint its number; empty if the job starts without one
 */
public record RestorePoint(Optional<String> jobId, Optional<Long> checkpoint) {
  private static final String METADATA = "_metadata";

  /** What the environment is configured to start from. */
  public static RestorePoint of(StreamExecutionEnvironment environment) {
    ReadableConfig configuration = environment.getConfiguration();
    return new RestorePoint(
        Optional.ofNullable(configuration.get(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID)),
        Optional.ofNullable(configuration.get(StateRecoveryOptions.SAVEPOINT_PATH))
            .map(RestorePoint::checkpointNumber));
  }

  /**
   * Refuses the start if a table is ahead.
   *
   * @throws IllegalStateException with what to do instead
   */
  public void refuseIfBehind(Tables tables, List<String> names) {
    if (jobId.isEmpty()) {
      return;
    }
    Map<String, Long> committed = new HashMap<>();
    for (String name : names) {
      tables
          .lastCommittedCheckpoint(name, jobId.get())
          .ifPresent(number -> committed.put(name, number));
    }
    Optional<String> problem = CommitGuard.problem(committed, checkpoint);
    if (problem.isPresent()) {
      throw new IllegalStateException(problem.get());
    }
  }

  private static long checkpointNumber(String path) {
    Path given = new Path(path);
    Path metadata = given.getName().equals(METADATA) ? given : new Path(given, METADATA);
    try {
      FileSystem files = metadata.getFileSystem();
      try (DataInputStream in = new DataInputStream(files.open(metadata))) {
        return Checkpoints.loadCheckpointMetadata(in, RestorePoint.class.getClassLoader(), path)
            .getCheckpointId();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          path + " is no checkpoint that can be read; give another one", unreadable);
    }
  }
}
