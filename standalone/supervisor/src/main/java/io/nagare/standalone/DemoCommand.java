package io.nagare.standalone;

import io.nagare.standalone.NagareApp.Surroundings;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DemoArguments;
import io.nagare.standalone.settings.DemoSettings;
import io.nagare.standalone.settings.Installation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nagare demo}: everything on this machine, with a simulated site or with recordings. */
@Command(
    name = "demo",
    description = {
      "Starts everything on this machine and prints the address of the portal.",
      "Without --recordings, a simulated site reports: the same one for the same --seed.",
      "Ctrl-C stops it; started again on the same data folder, it goes on where it stopped."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--recordings",
      paramLabel = "DIR",
      description = "Replay the recording set in DIR (its recordings.yaml).")
  private Optional<String> recordings = Optional.empty();

  @Option(
      names = "--profiles",
      paramLabel = "DIR",
      description = "Add device profiles, or override built-in ones; may be given several times.")
  private List<String> profiles = List.of();

  @Option(
      names = "--speed",
      paramLabel = "1|60|max",
      description = "Pace of the replay: a factor of the recorded pace, or max (default: 1).")
  private Optional<String> speed = Optional.empty();

  @Option(
      names = "--time",
      paramLabel = "original|now",
      description =
          "Event times of the replay: as recorded, or moved to today (default: original).")
  private Optional<String> time = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the simulated site (default: 1).")
  private Optional<String> seed = Optional.empty();

  @Option(
      names = "--until-drained",
      description = "End when all was delivered; exit 0 only if the ledger balances.")
  private boolean untilDrained;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report as JSON to FILE, or to standard output for -.")
  private Optional<String> report = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (default: a folder in .nagare, another for each recording set).")
  private Optional<String> data = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "First of the ports, the portal's (default: 8080).")
  private Optional<String> port = Optional.empty();

  @Option(names = "--headless", description = "Write lines only, also on a terminal.")
  private boolean headless;

  @Override
  public Integer call() throws InterruptedException {
    Surroundings surroundings = Surroundings.ofThisProcess();
    try {
      DemoSettings settings = DemoSettings.of(arguments(), surroundings.workingDirectory());
      Installation installation = surroundings.installation();
      installation.checkBuilt();
      return Demo.prepare(settings, installation, surroundings).run();
    } catch (CannotStart cannot) {
      cannot.lines().forEach(line -> System.err.println("nagare: " + line));
      return cannot.exitCode();
    }
  }

  private DemoArguments arguments() {
    return new DemoArguments(
        recordings, profiles, seed, port, data, speed, time, untilDrained, report, headless);
  }
}
