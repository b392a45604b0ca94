package io.nagare.standalone.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The project's folder, with what was built in it.
 *
 * @param home the folder of the script {@code nagare}
 * @param keep the folder for data folders and unpacked programs
 */
public record Installation(Path home, Path keep) {

  /** A module that runs as a process of its own, with its own class path. */
  public enum Module {
    EDGE("gateway/edge", "nagare-edge"),
    BRIDGE("gateway/bridge", "nagare-bridge"),
    PIPELINE("flink-jobs/pipeline", "nagare-pipeline"),
    PORTAL("portal", "nagare-portal"),
    KAFKA("standalone/kafka", "nagare-standalone-kafka"),
    MQTT_BROKER("standalone/mqtt-broker", "nagare-standalone-mqtt-broker"),
    SIMULATOR("standalone/simulator", "nagare-standalone-simulator");

    private final String folder;
    private final String artifact;

    Module(String folder, String artifact) {
      this.folder = folder;
      this.artifact = artifact;
    }

    /** The module's folder, seen from the project's. */
    public String folder() {
      return folder;
    }
  }

  /**
   * The class path of a module: its jar, then what it depends on.
   *
   * @throws CannotStart if the module is not built
   */
  public String classPath(Module module) throws CannotStart {
    Path target = home.resolve(module.folder).resolve("target");
    try {
      return jar(target, module.artifact)
          + ":"
          + Files.readString(target.resolve("classpath")).strip();
    } catch (IOException missing) {
      throw notBuilt(target + " has no classpath file");
    }
  }

  /** The installation in this folder, which keeps its data in {@code .nagare}. */
  public static Installation in(Path home) {
    return new Installation(home, home.resolve(".nagare"));
  }

  /** Everything that is missing from the build, if anything is. */
  public void checkBuilt() throws CannotStart {
    List<String> missing = new ArrayList<>();
    for (Module module : Module.values()) {
      try {
        classPath(module);
      } catch (CannotStart unbuilt) {
        missing.addAll(unbuilt.lines());
      }
    }
    if (!missing.isEmpty()) {
      throw CannotStart.failure(missing);
    }
  }

  private static Path jar(Path target, String artifact) throws IOException, CannotStart {
    try (Stream<Path> files = Files.list(target)) {
      List<Path> jars =
          files
              .filter(
                  file ->
                      file.getFileName()
                          .toString()
                          .matches(artifact + "-\\d[^-]*(-SNAPSHOT)?\\.jar"))
              .collect(Collectors.toList());
      if (jars.size() != 1) {
        throw notBuilt(target + " holds " + jars.size() + " jars of " + artifact);
      }
      return jars.get(0);
    }
  }

  private static CannotStart notBuilt(String what) {
    return CannotStart.failure(
        List.of(what + "; build it with ./nagare, or with mvn package -DskipTests"));
  }
}
