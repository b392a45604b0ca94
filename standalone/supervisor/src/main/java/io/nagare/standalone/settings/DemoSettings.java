package io.nagare.standalone.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a demo is asked to do, checked whole.
 *
 * @param recordings folder with a {@code recordings.yaml}; empty: the simulated site
 * @param profiles folders with profiles that add to or override the built-in ones, in this order
 * @param seed seed of the simulated site, default {@value #DEFAULT_SEED}
 * @param ports the ports, counted from {@code --port}, default {@value #DEFAULT_PORT}
 * @param data the data folder, if one was named
 * @param speed pace of a replay: a positive factor of the recorded pace, or {@code max}
 * @param time event times of a replay: {@code original}, or {@code now} for times moved to today
 * @param untilDrained whether to end when every recorded reading was delivered
 * @param report where the report goes: a file, or {@code -} for standard output
 * @param headless whether to write lines only, also on a terminal
 */
public record DemoSettings(
    Optional<Path> recordings,
    List<Path> profiles,
    long seed,
    PortPlan ports,
    Optional<Path> data,
    String speed,
    String time,
    boolean untilDrained,
    Optional<String> report,
    boolean headless) {
  static final long DEFAULT_SEED = 1;
  static final int DEFAULT_PORT = 8080;

  /** Name of the file that makes a folder a recording set. */
  public static final String MANIFEST = "recordings.yaml";

  /**
   * Checks the arguments of a command given in {@code workingDirectory}.
   *
   * @throws CannotStart with every problem, if there is one
   */
  public static DemoSettings of(DemoArguments given, Path workingDirectory) throws CannotStart {
    Check check = new Check(workingDirectory);
    DemoSettings settings =
        new DemoSettings(
            given.recordings().flatMap(check::recordings),
            given.profiles().stream().flatMap(dir -> check.profiles(dir).stream()).toList(),
            given.seed().map(check::seed).orElse(DEFAULT_SEED),
            new PortPlan(given.port().map(check::port).orElse(DEFAULT_PORT)),
            given.data().flatMap(check::data),
            given.speed().map(check::speed).orElse("1"),
            given.time().map(check::time).orElse("original"),
            given.untilDrained(),
            given.report().map(check::report),
            given.headless());
    check.together(given);
    if (!check.problems.isEmpty()) {
      throw CannotStart.badInput(check.problems);
    }
    return settings;
  }

  /** Where the report goes if it goes to a file. */
  public Optional<Path> reportFile() {
    return report.filter(place -> !place.equals("-")).map(Path::of);
  }

  private static final class Check {
    private final Path workingDirectory;
    private final List<String> problems = new ArrayList<>();

    private Check(Path workingDirectory) {
      this.workingDirectory = workingDirectory;
    }

    private Optional<Path> recordings(String text) {
      Optional<Path> folder = folder("--recordings", text, "a folder with a " + MANIFEST);
      if (folder.isPresent() && !Files.isRegularFile(folder.get().resolve(MANIFEST))) {
        note("--recordings", text, "has no " + MANIFEST, "give the folder of a recording set");
        return Optional.empty();
      }
      return folder;
    }

    private Optional<Path> profiles(String text) {
      return folder("--profiles", text, "a folder with device profiles (*.yaml)");
    }

    private Optional<Path> folder(String option, String text, String needed) {
      Optional<Path> folder = path(option, text);
      if (folder.isPresent() && !Files.isDirectory(folder.get())) {
        note(option, text, Files.exists(folder.get()) ? "is no folder" : "is not there", needed);
        return Optional.empty();
      }
      return folder;
    }

    private Optional<Path> data(String text) {
      Optional<Path> folder = path("--data", text);
      if (folder.isPresent() && Files.exists(folder.get()) && !Files.isDirectory(folder.get())) {
        note("--data", text, "is no folder", "give a folder, or one that can be made");
        return Optional.empty();
      }
      return folder;
    }

    private Optional<Path> path(String option, String text) {
      if (!text.isBlank()) {
        try {
          return Optional.of(workingDirectory.resolve(text).toAbsolutePath().normalize());
        } catch (InvalidPathException unusable) {
          // Noted below, together with the empty path.
        }
      }
      note(option, text, "is no path", "give the path of a folder");
      return Optional.empty();
    }

    private long seed(String text) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException notWhole) {
        note("--seed", text, "is no whole number", "give one, such as 1");
        return DEFAULT_SEED;
      }
    }

    private int port(String text) {
      try {
        int port = Integer.parseInt(text);
        if (port >= PortPlan.LOWEST && port <= PortPlan.HIGHEST) {
          return port;
        }
      } catch (NumberFormatException notWhole) {
        // Noted below, together with numbers that are no use.
      }
      note(
          "--port",
          text,
          "is no port to count from",
          "give a number from " + PortPlan.LOWEST + " to " + PortPlan.HIGHEST);
      return DEFAULT_PORT;
    }

    private String speed(String text) {
      if (text.equals("max")) {
        return text;
      }
      try {
        double factor = Double.parseDouble(text);
        if (factor > 0 && factor <= 1_000_000) {
          return text;
        }
      } catch (NumberFormatException notNumber) {
        // Noted below, together with numbers that are no use.
      }
      note("--speed", text, "is no speed", "give 1, 60, another positive number, or max");
      return "1";
    }

    private String time(String text) {
      if (!text.equals("original") && !text.equals("now")) {
        note("--time", text, "is not known", "give original or now");
      }
      return text;
    }

    private String report(String text) {
      if (text.equals("-")) {
        return text;
      }
      Optional<Path> file = path("--report", text);
      if (file.isEmpty()) {
        return "-";
      }
      Path parent = file.get().getParent();
      if (Files.isDirectory(file.get())) {
        note("--report", text, "is a folder", "give a file, or - for standard output");
      } else if (parent == null || !Files.isDirectory(parent)) {
        note("--report", text, "is in a folder that is not there", "make that folder first");
      }
      return file.get().toString();
    }

    private void together(DemoArguments given) {
      if (given.untilDrained() && given.recordings().isEmpty()) {
        problems.add(
            "--until-drained is given without --recordings; a simulated site never ends, so give a"
                + " recording set or leave --until-drained out");
      }
      if (given.report().isPresent() && !given.untilDrained()) {
        problems.add(
            "--report is given without --until-drained; the ledger can be closed only when"
                + " everything was delivered, so give both or none");
      }
      if (given.recordings().isEmpty() && (given.speed().isPresent() || given.time().isPresent())) {
        problems.add(
            "--speed or --time is given without --recordings; they are the pace and the times of a"
                + " replay, so give a recording set or leave them out");
      }
      if (given.recordings().isPresent() && given.seed().isPresent()) {
        problems.add(
            "--seed is given with --recordings; it belongs to the simulated site, so give one of"
                + " the two");
      }
    }

    private void note(String option, String found, String wrong, String remedy) {
      problems.add(option + " \"" + found + "\" " + wrong + "; " + remedy);
    }
  }
}
