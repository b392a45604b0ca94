package io.nagare.portal;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The portal's process: {@code serve} answers HTTP, {@code sql} answers one query. */
@Command(
    name = "portal",
    description = "Catalog, live page and SQL over the tables.",
    mixinStandardHelpOptions = true,
    subcommands = {ServeCommand.class, SqlCommand.class})
public final class PortalApp {
  /** Exit code for a bad query or bad settings. */
  static final int BAD_INPUT = 2;

  /** Exit code when a part that is needed does not answer. */
  static final int UNAVAILABLE = 1;

  /** Exit code for a port that is in use. */
  static final int PORT_IN_USE = 3;

  private PortalApp() {}

  /** Runs one command and ends the process with its code. */
  public static void main(String[] arguments) {
    if (List.of(arguments).contains("sql")) {
      // standard output is the answer there: the log goes to standard error
      System.setProperty("logback.configurationFile", "logback-sql.xml");
    }
    System.exit(
        new CommandLine(new PortalApp())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }
}
