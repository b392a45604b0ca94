package io.nagare.profiles.cli;

import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import io.nagare.profiles.radio.RadioLaw;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which profiles and rules a command knows besides those of the product. */
final class LibraryOptions {
  @Option(names = "--profiles", paramLabel = "DIR", description = "Folders with more profiles.")
  private List<Path> profiles = new ArrayList<>();

  @Option(names = "--rules", paramLabel = "FILE", description = "Files with other radio rules.")
  private List<Path> rules = new ArrayList<>();

  ProfileLibrary library() throws InvalidFiles {
    return ProfileLibrary.builtIn().with(profiles);
  }

  RadioLaw law() throws InvalidFiles {
    return RadioLaw.builtIn().with(rules);
  }

  /** The profile of a reference, or of a file of its own. */
  Profile profile(String referenceOrFile) throws InvalidFiles {
    Path file = Path.of(referenceOrFile);
    if (Files.isRegularFile(file)) {
      return ProfileLibrary.read(file);
    }
    Optional<Profile> found = library().find(referenceOrFile);
    if (found.isEmpty()) {
      throw new InvalidFiles(
          List.of(
              new Problem(
                  referenceOrFile,
                  "",
                  "no profile and no file",
                  "use a reference that `profiles list` shows, or the path of a profile file")));
    }
    return found.get();
  }
}
