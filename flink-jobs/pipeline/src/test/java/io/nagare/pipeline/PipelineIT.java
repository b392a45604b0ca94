package io.nagare.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nagare.contracts.ContractLibrary;
import io.nagare.pipeline.cluster.RestorePoint;
import io.nagare.pipeline.datasets.DatasetPlans;
import io.nagare.pipeline.decode.RawMessage;
import io.nagare.pipeline.quality.QualityParameters;
import io.nagare.pipeline.tables.CatalogSettings;
import io.nagare.pipeline.tables.Tables;
import io.nagare.profiles.ProfileLibrary;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From payload bytes to real tables in a real catalog, with the job killed and stopped between. */
class PipelineIT {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static EmbeddedPostgres postgres;

  @TempDir Path folder;

  private CatalogSettings catalog;
  private Path checkpoints;

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void prepare() throws Exception {
    String database = "catalog_" + System.identityHashCode(this);
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
    catalog =
        new CatalogSettings(
            postgres.getJdbcUrl("postgres", database),
            "postgres",
            "",
            folder.resolve("warehouse").toUri().toString());
    checkpoints = folder.resolve("checkpoints");
  }

  @Test
  void tablesEveryReadingOnceAlthoughTheJobIsCancelledAndStoppedInTheMiddle() throws Exception {
    MixedMessages messages = new MixedMessages();
    JobID first = new JobID(0, 1);
    JobClient cancelled = start(messages, first, Optional.empty(), 80);
    await().atMost(Duration.ofMinutes(2)).until(() -> tables().committed(first) >= 2);
    cancel(cancelled);
    int tabledBeforeCancel = tables().count("readings");

    JobClient stopped = start(messages, new JobID(0, 2), Optional.of(newestCheckpoint()), 80);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> tables().count("readings") > tabledBeforeCancel);
    String savepoint =
        stopped
            .stopWithSavepoint(
                false, folder.resolve("savepoints").toString(), SavepointFormatType.CANONICAL)
            .get(1, TimeUnit.MINUTES);

    JobClient last = start(messages, new JobID(0, 3), Optional.of(savepoint), 100_000);
    last.getJobExecutionResult().get(2, TimeUnit.MINUTES);

    ReadTables tables = tables();
    assertThat(tabledBeforeCancel).isLessThan(messages.readings());
    assertThat(tables.recordIds("readings")).hasSize(messages.readings()).doesNotHaveDuplicates();
    assertThat(tables.recordIds("rejected")).hasSize(messages.unknown()).doesNotHaveDuplicates();
    assertThat(tables.count("repeated")).isEqualTo(messages.repeated());
    messages.assertDatasets(tables);
  }

  @Test
  void refusesToStartBehindItsTables() throws Exception {
    MixedMessages messages = new MixedMessages();
    JobID id = new JobID(0, 4);
    JobClient cancelled = start(messages, id, Optional.empty(), 80);
    await().atMost(Duration.ofMinutes(2)).until(() -> tables().committed(id) >= 1);
    cancel(cancelled);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration(id, Optional.empty()));

    RestorePoint without = RestorePoint.of(environment);
    Tables tables = Tables.open(catalog);

    assertThatThrownBy(() -> without.refuseIfBehind(tables, List.of("readings")))
        .hasMessageContaining("without a checkpoint");
  }

  private JobClient start(
      MixedMessages messages, JobID id, Optional<String> from, double messagesPerSecond)
      throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration(id, from));
    StrictExecution.apply(environment);
    environment.setParallelism(2);
    DataStream<RawMessage> source =
        environment
            .fromSource(
                new DataGeneratorSource<>(
                    messages.generator(),
                    messages.count(),
                    RateLimiterStrategy.perSecond(messagesPerSecond),
                    TypeInformation.of(RawMessage.class)),
                WatermarkStrategy.noWatermarks(),
                "messages")
            .setParallelism(1)
            .uid("source");
    Pipeline.Streams streams =
        Pipeline.define(
            source,
            QualityParameters.of(ProfileLibrary.builtIn()),
            DatasetPlans.of(ContractLibrary.builtIn().all()));
    PipelineApp.writeTables(streams, Tables.open(catalog));
    streams.live().sinkTo(new DiscardingSink<>()).uid("live");
    JobClient client = environment.executeAsync("test");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> client.getJobStatus().get() == JobStatus.RUNNING);
    return client;
  }

  /** Cancels a job and waits until its last task has let go of its files. */
  private static void cancel(JobClient client) throws Exception {
    client.cancel().get(1, TimeUnit.MINUTES);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> client.getJobStatus().get().isGloballyTerminalState());
  }

  private Configuration configuration(JobID id, Optional<String> from) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID, id.toHexString());
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    from.ifPresent(path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
    return configuration;
  }

  private String newestCheckpoint() throws IOException {
    try (Stream<Path> files = Files.walk(checkpoints)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .map(Path::getParent)
          .max(Comparator.comparingInt(PipelineIT::number))
          .orElseThrow()
          .toUri()
          .toString();
    }
  }

  private static int number(Path checkpoint) {
    return Integer.parseInt(checkpoint.getFileName().toString().substring("chk-".length()));
  }

  private ReadTables tables() {
    return new ReadTables(catalog);
  }
}
