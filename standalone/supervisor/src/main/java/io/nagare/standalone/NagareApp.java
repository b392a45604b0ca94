package io.nagare.standalone;

import io.nagare.standalone.settings.Installation;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The process behind the script {@code nagare}: it starts, watches and asks all the others. */
@Command(
    name = "nagare",
    description = "Runs all of Nagare on this machine.",
    subcommands = {DemoCommand.class, SqlCommand.class},
    mixinStandardHelpOptions = true)
public final class NagareApp {

  /** Runs a command; its exit code is one of {@code ExitCodes}. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new NagareApp()).execute(arguments));
  }

  /** What the script tells about itself and the place it was called from. */
  record Surroundings(
      Installation installation,
      Path workingDirectory,
      boolean terminal,
      boolean color,
      long startedAtMillis) {

    static Surroundings ofThisProcess() {
      Path here = Path.of("").toAbsolutePath();
      Path home = here.resolve(System.getProperty("nagare.home", ".")).normalize();
      Installation installation =
          Optional.ofNullable(System.getenv("NAGARE_KEEP"))
              .filter(folder -> !folder.isBlank())
              .map(folder -> new Installation(home, here.resolve(folder).normalize()))
              .orElse(Installation.in(home));
      return new Surroundings(
          installation,
          here,
          Boolean.getBoolean("nagare.terminal"),
          Boolean.getBoolean("nagare.color"),
          Long.getLong("nagare.started", System.currentTimeMillis()));
    }
  }
}
