package io.nagare.profiles.cli;

import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Profile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the profiles that are known. */
@Command(name = "list", description = "List the known profiles.")
final class ListCommand implements Callable<Integer> {
  @Mixin private LibraryOptions options = new LibraryOptions();

  @Option(
      names = "--lang",
      description = "en or ja; default ${DEFAULT-VALUE}.",
      defaultValue = "en")
  private String language = "en";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InvalidFiles {
    for (Profile profile : options.library().all()) {
      spec.commandLine()
          .getOut()
          .println(profile.reference() + "\t" + profile.title().in(language));
    }
    return ProfilesApp.OK;
  }
}
