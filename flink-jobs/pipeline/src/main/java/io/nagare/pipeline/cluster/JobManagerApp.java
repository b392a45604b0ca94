package io.nagare.pipeline.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.deployment.application.ApplicationClusterEntryPoint;
import org.apache.flink.client.program.DefaultPackagedProgramRetriever;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginUtils;
import org.apache.flink.runtime.entrypoint.ClusterEntrypoint;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.flink.runtime.util.JvmShutdownSafeguard;
import org.apache.flink.runtime.util.SignalHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JobManager that runs one job whose classes are on its class path, without a Flink distribution:
 * for one machine. On a cluster Flink's own images do this.
 *
 * <p>{@code --configDir DIR --job-classname CLASS [--job-id HEX] [--fromSavepoint PATH]}, with the
 * meaning that the flags of Flink's standalone application mode have, then the job's own arguments.
 */
public final class JobManagerApp extends ApplicationClusterEntryPoint {
  private static final Logger LOGGER = LoggerFactory.getLogger(JobManagerApp.class);

  /** The exit code for a command line, configuration or job that cannot be started. */
  private static final int CANNOT_START = 2;

  private JobManagerApp(Configuration configuration, PackagedProgram program) {
    super(configuration, program, StandaloneResourceManagerFactory.getInstance());
  }

  /** Starts the JobManager; it ends when the job does. */
  public static void main(String[] arguments) {
    SignalHandler.register(LOGGER);
    JvmShutdownSafeguard.installAsShutdownHook(LOGGER);
    try {
      CommandLine line = CommandLine.parse(arguments);
      EnvironmentInformation.logEnvironmentInfo(
          LOGGER, JobManagerApp.class.getSimpleName(), arguments);
      Configuration configuration = GlobalConfiguration.loadConfiguration(line.configDir());
      line.jobId()
          .ifPresent(id -> configuration.set(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID, id));
      line.fromSavepoint()
          .ifPresent(path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
      FileSystem.initialize(
          configuration, PluginUtils.createPluginManagerFromRootFolder(configuration));
      PackagedProgram program =
          DefaultPackagedProgramRetriever.create(
                  null, line.jobClass(), line.jobArguments(), configuration)
              .getPackagedProgram();
      configureExecution(configuration, program);
      ClusterEntrypoint.runClusterEntrypoint(new JobManagerApp(configuration, program));
    } catch (Exception failed) {
      LOGGER.error("The JobManager cannot start: {}", failed.getMessage(), failed);
      System.exit(CANNOT_START);
    }
  }

  /**
   * The command line.
   *
   * @param configDir folder of {@code config.yaml}
   * @param jobClass whose main method defines the job
   * @param jobId that the job always has
   * @param fromSavepoint checkpoint or savepoint to start from
   * @param jobArguments for the job's main method
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on as Flink takes it
  record CommandLine(
      String configDir,
      String jobClass,
      Optional<String> jobId,
      Optional<String> fromSavepoint,
      String[] jobArguments) {
    private static final String CONFIG_DIR = "--configDir";
    private static final String JOB_CLASS = "--job-classname";
    private static final String JOB_ID = "--job-id";
    private static final String FROM_SAVEPOINT = "--fromSavepoint";
    private static final List<String> OWN = List.of(CONFIG_DIR, JOB_CLASS, JOB_ID, FROM_SAVEPOINT);

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if folder or class is missing, a flag has no value, or the
     *     job id is none
     */
    static CommandLine parse(String... arguments) {
      Map<String, String> own = new HashMap<>();
      List<String> rest = new ArrayList<>();
      for (int i = 0; i < arguments.length; i++) {
        if (!OWN.contains(arguments[i])) {
          rest.add(arguments[i]);
        } else if (i + 1 == arguments.length) {
          throw new IllegalArgumentException(arguments[i] + " has no value; give one after it");
        } else {
          own.put(arguments[i], arguments[++i]);
        }
      }
      String configDir = required(own, CONFIG_DIR, "the folder of config.yaml");
      String jobClass = required(own, JOB_CLASS, "the class whose main defines the job");
      Optional<String> jobId = Optional.ofNullable(own.get(JOB_ID));
      jobId.ifPresent(JobID::fromHexString);
      return new CommandLine(
          configDir,
          jobClass,
          jobId,
          Optional.ofNullable(own.get(FROM_SAVEPOINT)),
          rest.toArray(new String[0]));
    }

    private static String required(Map<String, String> own, String flag, String what) {
      String value = own.get(flag);
      if (value == null) {
        throw new IllegalArgumentException(flag + " is missing; give " + what);
      }
      return value;
    }
  }
}
