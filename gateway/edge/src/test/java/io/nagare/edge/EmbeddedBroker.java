package io.nagare.edge;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** A real MQTT broker in this process, on a port that it keeps over restarts. */
final class EmbeddedBroker implements AutoCloseable {
  private final Path folder;
  private final int port;
  private EmbeddedHiveMQ broker;

  EmbeddedBroker(Path folder) throws Exception {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    for (String name : new String[] {"conf", "data", "extensions"}) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(folder.resolve("conf").resolve("config.xml"), configuration());
    InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(50);
    broker = started();
  }

  int port() {
    return port;
  }

  String address() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Stops the broker: every connection is lost. */
  void stop() throws ExecutionException, InterruptedException {
    broker.stop().get();
  }

  /** Starts it again, without any memory of before. */
  void start() throws Exception {
    broker.close();
    broker = started();
  }

  @Override
  public void close() throws Exception {
    broker.close();
  }

  private EmbeddedHiveMQ started() throws IOException, ExecutionException, InterruptedException {
    EmbeddedHiveMQ fresh =
        EmbeddedHiveMQ.builder()
            .withConfigurationFolder(folder.resolve("conf"))
            .withDataFolder(folder.resolve("data"))
            .withExtensionsFolder(folder.resolve("extensions"))
            .withoutLoggingBootstrap()
            .build();
    fresh.start().get();
    return fresh;
  }

  private String configuration() {
    return """
    <?xml version="1.0"?>
    <hivemq>
      <listeners>
        <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
      </listeners>
      <persistence><mode>in-memory</mode></persistence>
      <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
    </hivemq>
    """
        .formatted(port);
  }
}
