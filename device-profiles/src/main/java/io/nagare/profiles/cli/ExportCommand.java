package io.nagare.profiles.cli;

import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.interchange.ThingDescription;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a profile in a form that others read. */
@Command(
    name = "export",
    description = "Write a profile in a form that others read.",
    subcommands = ExportCommand.Wot.class)
final class ExportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a form: wot");
  }

  /** A Thing Description. */
  @Command(name = "wot", description = "A W3C Thing Description of a device of the profile.")
  static final class Wot implements Callable<Integer> {
    @Parameters(paramLabel = "PROFILE", description = "A profile's reference, or its file.")
    private String profile = "";

    @Option(
        names = "--broker",
        description = "Default ${DEFAULT-VALUE}.",
        defaultValue = "mqtt://127.0.0.1:8082")
    private String broker = "";

    @Option(names = "--site", description = "Default ${DEFAULT-VALUE}.", defaultValue = "site")
    private String site = "";

    @Option(
        names = "--gateway",
        description = "Default ${DEFAULT-VALUE}.",
        defaultValue = "gateway")
    private String gateway = "";

    @Option(names = "--device", description = "Default ${DEFAULT-VALUE}.", defaultValue = "device")
    private String device = "";

    @Mixin private LibraryOptions options = new LibraryOptions();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidFiles {
      JsonOutput.print(
          spec.commandLine().getOut(),
          ThingDescription.of(
              options.profile(profile), new ThingDescription.Place(broker, site, gateway, device)));
      return ProfilesApp.OK;
    }
  }
}
