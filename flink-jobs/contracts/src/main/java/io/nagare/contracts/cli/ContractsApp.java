package io.nagare.contracts.cli;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code contracts}: check, show and compare dataset contracts. */
@Command(
    name = "contracts",
    description = "Checks, shows and compares dataset contracts (ODCS 3.1).",
    mixinStandardHelpOptions = true)
public final class ContractsApp implements Runnable {
  /** Exit code: files cannot be read or are not in order. */
  static final int INVALID = 2;

  @Spec private CommandSpec spec;

  private ContractsApp() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Clock.systemUTC()).execute(arguments));
  }

  static CommandLine commandLine(Clock clock) {
    return new CommandLine(new ContractsApp())
        .addSubcommand(new CheckCommand(clock))
        .addSubcommand(new ShowCommand())
        .addSubcommand(new DiffCommand())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: check, show or diff");
  }
}
