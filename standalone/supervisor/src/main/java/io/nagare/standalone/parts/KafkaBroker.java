package io.nagare.standalone.parts;

import io.nagare.standalone.probes.Handshake;
import io.nagare.standalone.processes.ProcessPlan;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Kafka in KRaft mode: one node that is broker and controller. */
public final class KafkaBroker {
  /** What the process is called. */
  public static final String NAME = "kafka";

  private static final int HEAP_MEGABYTES = 512;

  private final String classPath;
  private final DataFolder data;
  private final PortPlan ports;

  /** The Kafka of a data folder. */
  public KafkaBroker(Installation installation, DataFolder data, PortPlan ports)
      throws CannotStart {
    this.classPath = installation.classPath(Installation.Module.KAFKA);
    this.data = data;
    this.ports = ports;
  }

  /** How it is started; the first time on a data folder, its storage is formatted before. */
  public ProcessPlan plan() {
    return ProcessPlan.of(
        NAME, Set.of(), this::command, data.root(), () -> Handshake.kafka(ports.kafka()));
  }

  private List<String> command() throws IOException {
    Path properties = data.conf().resolve("kafka.properties");
    DataFolder.replace(properties, properties(ports, data.kafka()));
    if (!Files.exists(data.kafka().resolve("meta.properties"))) {
      format(properties);
    }
    return JavaCommand.light(HEAP_MEGABYTES)
        .running(classPath, "kafka.Kafka", List.of(properties.toString()));
  }

  /** The cluster id that this makes stays in {@code meta.properties} and is kept from then on. */
  private void format(Path properties) throws IOException {
    List<String> command =
        JavaCommand.light(HEAP_MEGABYTES)
            .running(
                classPath,
                "kafka.tools.StorageTool",
                List.of("format", "-t", clusterId(UUID.randomUUID()), "-c", properties.toString()));
    Process format = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(format.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (format.waitFor() != 0) {
        throw new IOException("Kafka's storage cannot be formatted: " + output.strip());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Kafka's storage was formatted", interrupted);
    }
  }

  static String clusterId(UUID uuid) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The broker's settings.
   *
   * <p>Nothing is deleted by age: what was acknowledged to a gateway may wait for the pipeline as
   * long as the demo is stopped. Records carry the time at which they were appended, because a
   * replay's event times are years old. A broker that was killed may register again only when its
   * session has ended, which is why that is short.
   */
  static String properties(PortPlan ports, Path folder) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%1$d
    listeners=PLAINTEXT://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%1$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%2$d
    controller.listener.names=CONTROLLER
    log.dirs=%3$s
    num.partitions=4
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=4
    transaction.max.timeout.ms=3600000
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    broker.heartbeat.interval.ms=1000
    broker.session.timeout.ms=5000
    log.message.timestamp.type=LogAppendTime
    log.retention.ms=-1
    log.retention.bytes=4294967296
    log.segment.bytes=134217728
    log.cleaner.dedupe.buffer.size=16777216
    """
        .formatted(ports.kafkaController(), ports.kafka(), folder);
  }
}
