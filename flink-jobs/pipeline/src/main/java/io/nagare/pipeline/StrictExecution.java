package io.nagare.pipeline;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The execution settings that the job does not leave to a configuration file.
 *
 * <p>A type that only Kryo can write, or an operator without an identity, fails the start: the
 * first costs most of the throughput, the second the state after the next change of the job.
 */
public final class StrictExecution {
  /** How far the job can be scaled out without losing its state; never to be changed. */
  public static final int MAX_PARALLELISM = 128;

  private static final Duration DEFAULT_CHECKPOINT_INTERVAL = Duration.ofSeconds(5);

  private StrictExecution() {}

  /** Applies the settings; a checkpoint interval that is configured stays. */
  public static void apply(StreamExecutionEnvironment environment) {
    Configuration strict = new Configuration();
    strict.set(PipelineOptions.GENERIC_TYPES, false);
    strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    strict.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    // Records are immutable, and rows are made anew for every record.
    strict.set(PipelineOptions.OBJECT_REUSE, true);
    strict.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    if (environment.getCheckpointConfig().getCheckpointInterval() <= 0) {
      strict.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, DEFAULT_CHECKPOINT_INTERVAL);
    }
    environment.configure(strict);
  }
}
