package io.nagare.profiles.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code profiles}: checks, decides, explains, computes and converts. */
@Command(
    name = "profiles",
    mixinStandardHelpOptions = true,
    version = "0.1.0",
    description = "Device profiles and radio law.",
    subcommands = {
      CheckCommand.class,
      ListCommand.class,
      AdmitCommand.class,
      ExplainCommand.class,
      AirtimeCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      SchemaCommand.class,
      LogCommand.class,
      ChecklistCommand.class
    })
public final class ProfilesApp implements Runnable {
  /** All is well; a device is admitted, with or without limits. */
  static final int OK = 0;

  /** The answer is no: a device is refused, a log is broken. */
  static final int NO = 1;

  /** The question cannot be answered: arguments or files are wrong. */
  static final int WRONG = 2;

  @Spec private CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs a command.
   *
   * @param out where the answer goes
   * @param err where problems go
   * @return 0 for yes, 1 for no, 2 when arguments or files are wrong
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new ProfilesApp())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new ProblemPrinter())
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
