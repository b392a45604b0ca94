package io.nagare.bridge;

import io.nagare.bridge.BridgeSettings.InvalidSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The bridge process: settings, status page, bridge; ends on SIGTERM. */
@Command(
    name = "bridge",
    description = "Takes Sparkplug messages from MQTT to Kafka and acknowledges what Kafka holds.")
public final class BridgeApp implements Callable<Integer> {
  /** The exit code when the settings are refused. */
  static final int EXIT_SETTINGS = 2;

  /** The exit code when the status page's port cannot be had. */
  static final int EXIT_PORT_TAKEN = 3;

  private static final Logger log = LoggerFactory.getLogger(BridgeApp.class);
  private static final Duration STOP = Duration.ofSeconds(20);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says what it takes.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @Mixin private final BridgeOptions options = new BridgeOptions();

  /** Runs the bridge until the process gets a signal. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BridgeApp()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    BridgeSettings settings;
    try {
      settings =
          BridgeSettings.of(options, Optional.ofNullable(System.getenv("NAGARE_MQTT_PASSWORD")));
    } catch (InvalidSettings invalid) {
      invalid.problems().forEach(problem -> System.err.println("bridge: " + problem));
      return EXIT_SETTINGS;
    }
    Bridge bridge =
        new Bridge(
            settings,
            AcknowledgementRules.Pace.STANDARD,
            Clock.systemUTC(),
            RandomGenerator.getDefault());
    InetSocketAddress address = new InetSocketAddress(settings.statusBind(), settings.statusPort());
    try (StatusPage page = StatusPage.start(address, bridge::status)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(bridge), "stop-bridge"));
      log.info("bridge ready, status on http://{}:{}/status", settings.statusBind(), page.port());
      bridge.run();
    } catch (IOException taken) {
      System.err.printf(
          "bridge: port %d on %s cannot be had (%s); stop the process that listens there or give"
              + " another --status-port%n",
          settings.statusPort(), settings.statusBind(), taken.getMessage());
      return EXIT_PORT_TAKEN;
    }
    return 0;
  }

  private static void stop(Bridge bridge) {
    try {
      bridge.stop(STOP);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
