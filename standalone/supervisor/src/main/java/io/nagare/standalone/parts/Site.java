package io.nagare.standalone.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A site with its gateways.
 *
 * @param id the site's name, Sparkplug's group
 * @param country ISO 3166 code of the country whose radio law holds there
 * @param gateways the gateways' names, Sparkplug's edge nodes
 */
public record Site(String id, String country, List<String> gateways) {

  /** A site whose list cannot change. */
  public Site {
    gateways = List.copyOf(gateways);
  }

  /**
   * The site of a recording set, checked whole by the gateway's own program.
   *
   * @throws CannotStart with every problem of manifest and profiles, one per line
   */
  public static Site ofRecordings(Installation installation, Path recordings, List<Path> profiles)
      throws CannotStart, InterruptedException {
    try {
      Path errors = Files.createTempFile("nagare-check-", ".txt");
      try {
        return check(Edge.checkCommand(installation, recordings, profiles), errors);
      } finally {
        Files.delete(errors);
      }
    } catch (IOException failed) {
      throw CannotStart.failure(List.of("the recording set cannot be checked: " + failed));
    }
  }

  private static Site check(List<String> command, Path errors)
      throws IOException, CannotStart, InterruptedException {
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      List<String> problems =
          Files.readAllLines(errors).stream().filter(l -> !l.isBlank()).toList();
      throw process.exitValue() == 2
          ? CannotStart.badInput(problems)
          : CannotStart.failure(problems);
    }
    JsonNode node = new ObjectMapper().readTree(answer);
    List<String> gateways = new ArrayList<>();
    node.path("gateways").forEach(gateway -> gateways.add(gateway.asText()));
    if (gateways.size() > PortPlan.MAX_GATEWAYS) {
      throw CannotStart.badInput(
          List.of(
              "recordings.yaml has "
                  + gateways.size()
                  + " gateways; one machine runs up to "
                  + PortPlan.MAX_GATEWAYS
                  + ", so split the set"));
    }
    return new Site(
        node.path("site").path("id").asText(),
        node.path("site").path("country").asText("JP"),
        gateways);
  }
}
