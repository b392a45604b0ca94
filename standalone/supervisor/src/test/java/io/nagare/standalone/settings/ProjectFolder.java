package io.nagare.standalone.settings;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's folder, seen from wherever a test runs. */
public final class ProjectFolder {
  private ProjectFolder() {}

  /** The nearest folder above that has the script {@code nagare}. */
  public static Path find() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isExecutable(folder.resolve("nagare"))) {
        return folder;
      }
    }
    throw new AssertionError("no folder above " + Path.of("").toAbsolutePath() + " has ./nagare");
  }
}
