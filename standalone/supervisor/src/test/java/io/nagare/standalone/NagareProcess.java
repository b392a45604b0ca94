package io.nagare.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.standalone.settings.ProjectFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command of {@code nagare} as a process of its own, as its user gives it. */
final class NagareProcess implements AutoCloseable {
  private final Process process;
  private final Path output;
  private final Path errors;

  private NagareProcess(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /** The command line that does what {@code ./nagare} does once all is built. */
  static List<String> command() throws IOException {
    Path project = ProjectFolder.find();
    Path target = project.resolve("standalone/supervisor/target");
    try (Stream<Path> files = Files.list(target)) {
      Path jar =
          files
              .filter(file -> file.getFileName().toString().matches("nagare-standalone-[0-9].*jar"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no jar in " + target));
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Dnagare.home=" + project,
          "-cp",
          jar + File.pathSeparator + Files.readString(target.resolve("classpath")).strip(),
          "io.nagare.standalone.NagareApp");
    }
  }

  /** Gives a command in a folder, with {@code folder/.nagare} as the place for what is kept. */
  static NagareProcess start(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(command());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output-", ".txt");
    Path errors = Files.createTempFile(folder, "errors-", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("NAGARE_KEEP", keep(folder).toString());
    return new NagareProcess(builder.start(), output, errors);
  }

  static Path keep(Path folder) {
    return folder.resolve(".nagare");
  }

  /** Waits for the end; fails with what was written if it does not come in time. */
  int await(Duration limit) throws IOException, InterruptedException {
    assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
        .as("nagare ends within %s; it wrote:%n%s", limit, errors())
        .isTrue();
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What Ctrl-C or a service manager would do. */
  void terminate() {
    process.destroy();
  }

  /** The process ids of the parts that run, by their names. */
  static long pidOf(Path data, String name) throws IOException {
    Path file = data.resolve("run/processes.json");
    for (JsonNode entry : new ObjectMapper().readTree(Files.readAllBytes(file))) {
      if (entry.path("name").asText().equals(name)) {
        return entry.path("pid").asLong();
      }
    }
    throw new AssertionError(String.format(Locale.ROOT, "%s does not run, says %s", name, file));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
