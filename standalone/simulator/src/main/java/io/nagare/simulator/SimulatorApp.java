package io.nagare.simulator;

import io.nagare.simulator.SimulatorSettings.InvalidSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The simulator process: settings, site, control page; ends on SIGTERM. */
@Command(
    name = "simulator",
    description = "Posts what the devices of a simulated site measure to gateways, over CoAP.")
public final class SimulatorApp implements Callable<Integer> {
  /** The exit code when the settings are refused. */
  static final int EXIT_SETTINGS = 2;

  /** The exit code when the control page's port cannot be had. */
  static final int EXIT_PORT_TAKEN = 3;

  private static final Logger log = LoggerFactory.getLogger(SimulatorApp.class);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says what it takes.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "The same seed gives the same site (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--gateway",
      paramLabel = "NAME=HOST:PORT",
      description = "Where a gateway takes CoAP: factory-gw, parking-gw, mall-gw.")
  private List<String> gateways = List.of();

  @Option(
      names = "--control-port",
      required = true,
      paramLabel = "N",
      description = "Port of the control page on 127.0.0.1.")
  private int controlPort;

  @Option(
      names = "--rate",
      defaultValue = "1",
      paramLabel = "FACTOR",
      description = "How many times as often each device reports (default: ${DEFAULT-VALUE}).")
  private double rate;

  /** Runs the simulator until the process gets a signal. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SimulatorApp()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    SimulatorSettings settings;
    try {
      settings = SimulatorSettings.of(seed, gateways, controlPort, rate);
    } catch (InvalidSettings invalid) {
      invalid.problems().forEach(problem -> System.err.println("simulator: " + problem));
      return EXIT_SETTINGS;
    }
    try (Simulator simulator = new Simulator(settings, Clock.systemUTC());
        ControlPage page = ControlPage.start(settings.controlPort(), simulator)) {
      log.info("simulator ready, control on http://127.0.0.1:{}/sources", page.port());
      simulator.run();
    } catch (IOException taken) {
      System.err.printf(
          "simulator: port %d on 127.0.0.1 cannot be had (%s); stop the process that listens there"
              + " or give another --control-port%n",
          settings.controlPort(), taken.getMessage());
      return EXIT_PORT_TAKEN;
    }
    return 0;
  }
}
