package io.nagare.standalone.mqtt;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The MQTT broker process: serves loopback until it is told to stop. */
@Command(
    name = "mqtt-broker",
    description = "Runs HiveMQ Community Edition on 127.0.0.1 until it gets SIGTERM.")
public final class MqttBrokerApp implements Callable<Integer> {
  /** The exit code when the port cannot be had. */
  static final int EXIT_PORT_TAKEN = 3;

  /** The exit code when a folder cannot be written or the broker does not start. */
  static final int EXIT_CANNOT_START = 1;

  private static final Logger log = LoggerFactory.getLogger(MqttBrokerApp.class);
  private static final int MEBIBYTE = 1024 * 1024;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says what it takes.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @Option(names = "--port", required = true, description = "TCP port to listen on.")
  private int port;

  @Option(names = "--data", required = true, description = "Folder for the broker's files.")
  private Path data;

  /** Runs the broker; the process ends when it gets a signal. */
  public static void main(String[] arguments) {
    int exitCode = new CommandLine(new MqttBrokerApp()).execute(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!portIsFree(port)) {
      System.err.printf(
          "mqtt-broker: port %d on 127.0.0.1 is taken; stop the process that listens there (ss"
              + " -ltnp shows it) or give another --port%n",
          port);
      return EXIT_PORT_TAKEN;
    }
    long begin = System.nanoTime();
    raiseLimits();
    try {
      BrokerFolders folders = BrokerFolders.create(data.toAbsolutePath(), port);
      EmbeddedHiveMQ broker =
          EmbeddedHiveMQ.builder()
              .withConfigurationFolder(folders.configuration())
              .withDataFolder(folders.data())
              .withExtensionsFolder(folders.extensions())
              .withoutLoggingBootstrap()
              .build();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker), "stop-broker"));
      broker.start().get();
    } catch (IOException unwritable) {
      System.err.printf(
          "mqtt-broker: cannot write to %s (%s); make the folder writable or give another --data%n",
          data, unwritable);
      return EXIT_CANNOT_START;
    } catch (ExecutionException failed) {
      log.error("the broker did not start", failed.getCause());
      return EXIT_CANNOT_START;
    }
    log.info(
        "mqtt-broker ready on 127.0.0.1:{} after {} ms",
        port,
        (System.nanoTime() - begin) / 1_000_000);
    return 0;
  }

  /**
   * Widens what the broker may hold for a subscriber that is behind.
   *
   * <p>By default it drops QoS 0 messages beyond 5 MiB a client and beyond 1,000 waiting for a full
   * socket (measured: a bridge that pauses for one garbage collection loses messages). Gateways
   * send lost readings again, but not losing them is cheaper.
   */
  private static void raiseLimits() {
    InternalConfigurations.QOS_0_MEMORY_LIMIT_PER_CLIENT_BYTES.set(64 * MEBIBYTE);
    InternalConfigurations.QOS_0_MEMORY_HARD_LIMIT_DIVISOR.set(2);
    InternalConfigurations.NOT_WRITABLE_QUEUE_SIZE.set(20_000);
    // Nothing is persisted, so there is nothing to wait for when it stops.
    InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(50);
    InternalConfigurations.JMX_REPORTER_ENABLED.set(false);
  }

  private static boolean portIsFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static void stop(EmbeddedHiveMQ broker) {
    try {
      broker.close();
      log.info("mqtt-broker stopped");
    } catch (ExecutionException failed) {
      log.warn("the broker did not stop cleanly", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
