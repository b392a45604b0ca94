package io.nagare.edge;

import io.nagare.edge.settings.GatewaySettings;
import io.nagare.edge.settings.SettingsReader;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code edge run}: a gateway that runs until it gets SIGTERM or SIGINT. */
@Command(name = "run", description = "Runs a gateway until it gets SIGTERM or SIGINT.")
final class RunCommand implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(RunCommand.class);

  @Option(names = "--settings", required = true, description = "The gateway's settings, YAML.")
  private Path settingsFile;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    try {
      GatewaySettings settings = SettingsReader.read(settingsFile);
      Gateway gateway = Gateway.start(settings, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway), "stop"));
      log.info(
          "gateway {} of {} ready after {} ms: status on port {}{}",
          settings.gateway(),
          settings.site(),
          (System.nanoTime() - begin) / 1_000_000,
          gateway.statusPort(),
          gateway.coapPort().map(port -> ", CoAP on port " + port).orElse(""));
      return 0;
    } catch (InvalidFiles wrong) {
      wrong.problems().stream().map(Problem::text).forEach(spec.commandLine().getErr()::println);
      return EdgeApp.EXIT_WRONG_SETTINGS;
    } catch (Ports.PortTaken taken) {
      spec.commandLine().getErr().println(settingsFile + ": " + taken.getMessage());
      return EdgeApp.EXIT_PORT_TAKEN;
    } catch (IOException unusable) {
      spec.commandLine()
          .getErr()
          .println(settingsFile + ": the data folder cannot be used: " + unusable);
      return EdgeApp.EXIT_CANNOT_START;
    }
  }

  private static void stop(Gateway gateway) {
    gateway.close();
    log.info("gateway stopped");
  }
}
