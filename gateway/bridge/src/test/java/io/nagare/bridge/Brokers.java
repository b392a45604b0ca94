package io.nagare.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real Kafka broker and a real MQTT broker as processes, with the class paths of the product. */
record Brokers(ChildProcess mqtt, int mqttPort, ChildProcess kafka, int kafkaPort)
    implements AutoCloseable {

  /** Starts both and waits until they listen. */
  static Brokers start(Path folder) throws IOException, InterruptedException {
    int mqttPort = ChildProcess.freePort();
    int kafkaPort = ChildProcess.freePort();
    ChildProcess mqtt =
        new ChildProcess(
            classPath("mqtt-broker"),
            "io.nagare.standalone.mqtt.MqttBrokerApp",
            folder.resolve("mqtt.log"),
            List.of("--port", Integer.toString(mqttPort), "--data", folder + "/mqtt"));
    Path settings = folder.resolve("server.properties");
    Files.writeString(settings, kafkaSettings(folder, kafkaPort, ChildProcess.freePort()));
    String kafkaClassPath = classPath("kafka");
    ChildProcess format =
        new ChildProcess(
            kafkaClassPath,
            "kafka.tools.StorageTool",
            folder.resolve("format.log"),
            List.of(
                "format",
                "-t",
                "4L6g3nShT-eMCtK--X86sw",
                "-c",
                settings.toString(),
                "--standalone"));
    format.awaitEnd();
    ChildProcess kafka =
        new ChildProcess(
            kafkaClassPath,
            "kafka.Kafka",
            folder.resolve("kafka.log"),
            List.of(settings.toString()));
    Brokers brokers = new Brokers(mqtt, mqttPort, kafka, kafkaPort);
    mqtt.awaitPort(mqttPort);
    kafka.awaitPort(kafkaPort);
    return brokers;
  }

  private static String kafkaSettings(Path folder, int port, int controllerPort) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.bootstrap.servers=127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    controller.listener.names=CONTROLLER
    log.dirs=%3$s
    auto.create.topics.enable=false
    offsets.topic.replication.factor=1
    """
        .formatted(port, controllerPort, folder.resolve("kafka"));
  }

  private static String classPath(String module) throws IOException {
    Path target = Path.of("..", "..", "standalone", module, "target").toAbsolutePath().normalize();
    Path file = target.resolve("classpath");
    if (Files.notExists(file)) {
      throw new IllegalStateException(
          file
              + " is missing; build the brokers first:"
              + " mvn package -pl standalone/kafka,standalone/mqtt-broker");
    }
    try (var files = Files.newDirectoryStream(target, "nagare-*-SNAPSHOT.jar")) {
      return files.iterator().next() + ":" + Files.readString(file).strip();
    }
  }

  @Override
  public void close() {
    mqtt.close();
    kafka.close();
  }
}
