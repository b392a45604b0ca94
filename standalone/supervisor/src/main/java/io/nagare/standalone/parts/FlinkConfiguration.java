package io.nagare.standalone.parts;

import io.nagare.standalone.settings.PortPlan;
import java.nio.file.Path;
import java.time.Duration;

/** The text of Flink's {@code config.yaml}. */
final class FlinkConfiguration {
  private FlinkConfiguration() {}

  /**
   * The configuration for one JobManager and one TaskManager on this machine.
   *
   * <p>Started without Flink's shell scripts, a TaskManager needs its memory spelled out. A job
   * that fails is started again for ever: the supervisor sees to what it needs, and what it cannot
   * do it says in its log.
   */
  static String text(PortPlan ports, Path folder, Duration checkpointInterval) {
    return """
    jobmanager.rpc.address: 127.0.0.1
    jobmanager.rpc.port: %d
    jobmanager.bind-host: 127.0.0.1
    blob.server.port: %d
    rest.address: 127.0.0.1
    rest.bind-address: 127.0.0.1
    rest.port: %d
    rest.bind-port: %d
    taskmanager.host: 127.0.0.1
    taskmanager.bind-host: 127.0.0.1
    taskmanager.rpc.port: %d
    taskmanager.data.port: %d
    taskmanager.numberOfTaskSlots: 2
    parallelism.default: 2
    taskmanager.cpu.cores: 2.0
    taskmanager.memory.framework.heap.size: 128m
    taskmanager.memory.framework.off-heap.size: 128m
    taskmanager.memory.jvm-metaspace.size: 256m
    taskmanager.memory.jvm-overhead.min: 192m
    taskmanager.memory.jvm-overhead.max: 192m
    taskmanager.memory.task.heap.size: 1g
    taskmanager.memory.task.off-heap.size: 64m
    taskmanager.memory.managed.size: 0
    taskmanager.memory.network.min: 128m
    taskmanager.memory.network.max: 128m
    io.tmp.dirs: %s
    execution.checkpointing.interval: %ds
    execution.checkpointing.min-pause: 500ms
    execution.checkpointing.dir: %s
    execution.checkpointing.savepoint-dir: %s
    execution.checkpointing.mode: EXACTLY_ONCE
    execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
    execution.checkpointing.num-retained: 3
    execution.state-recovery.claim-mode: CLAIM
    execution.shutdown-on-application-finish: false
    state.backend.type: hashmap
    restart-strategy.type: fixed-delay
    restart-strategy.fixed-delay.attempts: 2147483647
    restart-strategy.fixed-delay.delay: 1s
    heartbeat.interval: 2s
    heartbeat.timeout: 12s
    """
        .formatted(
            ports.jobManagerRpc(),
            ports.jobManagerBlob(),
            ports.flinkRest(),
            ports.flinkRest(),
            ports.taskManagerRpc(),
            ports.taskManagerData(),
            folder.resolve("tmp"),
            checkpointInterval.toSeconds(),
            folder.resolve("checkpoints").toUri(),
            folder.resolve("savepoints").toUri());
  }
}
