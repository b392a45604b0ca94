package io.nagare.standalone.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nagare.standalone.probes.Handshake;
import io.nagare.standalone.probes.LoopbackHttp;
import io.nagare.standalone.processes.ProcessPlan;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Flink cluster: a JobManager that runs one job for ever, and a TaskManager. */
public final class Flink {
  /** What the JobManager's process is called. */
  public static final String JOB_MANAGER = "flink-jobmanager";

  /** What the TaskManager's process is called. */
  public static final String TASK_MANAGER = "flink-taskmanager";

  /** The job's id never changes, because the tables remember which job committed to them. */
  static final String JOB_ID = "00000000000000000000000000000001";

  private static final int JOB_MANAGER_HEAP_MEGABYTES = 512;
  private static final int TASK_MANAGER_HEAP_MEGABYTES = 1536;

  /**
   * What Flink needs of Java 17 beyond what it opens (config.yaml of Flink 2.2, env.java.opts.all).
   */
  private static final List<String> OPENS =
      List.of(
              "java.lang",
              "java.lang.reflect",
              "java.io",
              "java.net",
              "java.nio",
              "java.text",
              "java.time",
              "java.util",
              "java.util.concurrent",
              "java.util.concurrent.atomic",
              "sun.nio.ch")
          .stream()
          .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
          .toList();

  private final String classPath;
  private final DataFolder data;
  private final PortPlan ports;
  private final List<Path> profiles;

  /** The Flink cluster of a data folder. */
  public Flink(Installation installation, DataFolder data, PortPlan ports, List<Path> profiles)
      throws CannotStart {
    this.classPath = installation.classPath(Installation.Module.PIPELINE);
    this.data = data;
    this.ports = ports;
    this.profiles = profiles;
  }

  /**
   * Writes the configuration that both processes read.
   *
   * @param checkpointInterval how often what arrived is committed to the tables
   */
  public void configure(Duration checkpointInterval) throws CannotStart {
    try {
      Files.createDirectories(conf());
      Files.createDirectories(data.flink().resolve("tmp"));
      DataFolder.replace(
          conf().resolve("config.yaml"),
          FlinkConfiguration.text(ports, data.flink(), checkpointInterval));
    } catch (IOException unwritable) {
      throw CannotStart.machine(List.of("Flink's configuration cannot be written: " + unwritable));
    }
  }

  /** How the JobManager is started: it goes on from the newest complete checkpoint. */
  public ProcessPlan jobManager() {
    return ProcessPlan.of(
        JOB_MANAGER,
        Set.of(Postgres.NAME, KafkaBroker.NAME),
        this::jobManagerCommand,
        data.root(),
        this::jobRuns);
  }

  /** How the TaskManager is started. */
  public ProcessPlan taskManager() {
    List<String> command =
        JavaCommand.hot(TASK_MANAGER_HEAP_MEGABYTES)
            .flags(List.of("-XX:MaxDirectMemorySize=512m"))
            .flags(OPENS)
            .running(
                classPath,
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                List.of("--configDir", conf().toString()));
    return ProcessPlan.of(
        TASK_MANAGER, Set.of(), () -> command, data.root(), this::taskManagerIsRegistered);
  }

  /** Whether the job runs, with every one of its tasks. */
  public boolean jobRuns() {
    // Asking for the job itself would log an error each time until there is one.
    for (JsonNode job :
        LoopbackHttp.get(ports.flinkRest(), "/jobs/overview")
            .map(overview -> overview.path("jobs"))
            .orElse(JsonNodeFactory.instance.arrayNode())) {
      if (job.path("jid").asText().equals(JOB_ID) && job.path("state").asText().equals("RUNNING")) {
        return job.path("tasks").path("running").asInt() == job.path("tasks").path("total").asInt();
      }
    }
    return false;
  }

  /**
   * Stops the job so that it emits every open window and commits it.
   *
   * @return the id to ask {@link #drainProblem} with
   */
  public String beginDrain() throws IOException {
    JsonNode request =
        JsonNodeFactory.instance
            .objectNode()
            .put("drain", true)
            .put("targetDirectory", savepoints().toUri().toString());
    return LoopbackHttp.post(ports.flinkRest(), "/jobs/" + JOB_ID + "/stop", request)
        .path("request-id")
        .asText();
  }

  /** What is known of a drain that was begun. */
  public enum Drain {
    RUNNING,
    DONE,
    FAILED
  }

  /** How a drain is getting on; {@link Drain#RUNNING} also while the JobManager does not answer. */
  public Drain drain(String request) {
    Optional<JsonNode> status =
        LoopbackHttp.get(ports.flinkRest(), "/jobs/" + JOB_ID + "/savepoints/" + request);
    if (status.isEmpty() || !status.get().path("status").path("id").asText().equals("COMPLETED")) {
      return Drain.RUNNING;
    }
    return status.get().path("operation").has("failure-cause") ? Drain.FAILED : Drain.DONE;
  }

  private List<String> jobManagerCommand() throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--configDir",
                conf().toString(),
                "--job-classname",
                "io.nagare.pipeline.PipelineApp",
                "--job-id",
                JOB_ID));
    Checkpoints.newest(List.of(data.flink().resolve("checkpoints"), savepoints()))
        .ifPresent(
            checkpoint -> arguments.addAll(List.of("--fromSavepoint", checkpoint.toString())));
    arguments.addAll(List.of("--kafka", "127.0.0.1:" + ports.kafka()));
    arguments.addAll(List.of("--catalog-uri", Postgres.uri(ports.postgresql())));
    arguments.addAll(List.of("--catalog-user", Postgres.USER));
    arguments.addAll(List.of("--warehouse", data.warehouse().toUri().toString()));
    profiles.forEach(folder -> arguments.addAll(List.of("--profiles", folder.toString())));
    return JavaCommand.light(JOB_MANAGER_HEAP_MEGABYTES)
        .flags(OPENS)
        .running(classPath, "io.nagare.pipeline.cluster.JobManagerApp", arguments);
  }

  private boolean taskManagerIsRegistered() {
    // The list holds one that was killed until its heartbeat is missed, so the port is asked first.
    return Handshake.accepts(ports.taskManagerData())
        && LoopbackHttp.get(ports.flinkRest(), "/taskmanagers")
            .filter(answer -> !answer.path("taskmanagers").isEmpty())
            .isPresent();
  }

  private Path conf() {
    return data.conf().resolve("flink");
  }

  private Path savepoints() {
    return data.flink().resolve("savepoints");
  }
}
