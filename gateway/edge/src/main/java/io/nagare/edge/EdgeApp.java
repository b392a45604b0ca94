package io.nagare.edge;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The gateway's command line. */
@Command(
    name = "edge",
    description = "Reads sources, keeps readings on disk and delivers them over Sparkplug B.",
    mixinStandardHelpOptions = true,
    subcommands = {RunCommand.class, CheckRecordingsCommand.class})
public final class EdgeApp {
  /** The exit code when the data folder cannot be used. */
  static final int EXIT_CANNOT_START = 1;

  /** The exit code when settings, profiles or recordings are wrong. */
  static final int EXIT_WRONG_SETTINGS = 2;

  /** The exit code when a port cannot be had. */
  static final int EXIT_PORT_TAKEN = 3;

  private EdgeApp() {}

  /** Runs one command; a gateway runs until it gets a signal. */
  public static void main(String[] arguments) {
    int exitCode = commandLine().execute(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new EdgeApp());
  }
}
