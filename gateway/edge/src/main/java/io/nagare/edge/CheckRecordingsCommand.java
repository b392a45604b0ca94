package io.nagare.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.edge.recording.Manifest;
import io.nagare.edge.recording.ManifestReader;
import io.nagare.edge.settings.SettingsReader;
import io.nagare.profiles.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edge check-recordings}: says which gateways a recording set needs, or what is wrong. */
@Command(
    name = "check-recordings",
    description = "Checks a recording set; prints its site and its gateways as JSON.")
final class CheckRecordingsCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameters(paramLabel = "DIR", description = "Folder with recordings.yaml.")
  private Path folder;

  @Option(names = "--profiles", description = "Folder with further profiles; may be repeated.")
  private List<Path> profiles = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    List<Problem> problems = new ArrayList<>();
    Manifest manifest =
        ManifestReader.read(
            folder, SettingsReader.profiles(profiles, problems), Map.of(), problems);
    if (!problems.isEmpty()) {
      problems.stream().map(Problem::text).forEach(spec.commandLine().getErr()::println);
      return EdgeApp.EXIT_WRONG_SETTINGS;
    }
    ObjectNode result = JSON.createObjectNode();
    result
        .putObject("site")
        .put("id", manifest.site().id())
        .put("country", manifest.site().country())
        .put("zone", manifest.site().zone().getId());
    manifest.gateways().forEach(result.putArray("gateways")::add);
    spec.commandLine().getOut().println(JSON.writeValueAsString(result));
    return 0;
  }
}
