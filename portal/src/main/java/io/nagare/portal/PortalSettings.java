package io.nagare.portal;

import io.nagare.portal.tables.LakeSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything a portal is told when it starts.
 *
 * @param host address to answer on
 * @param port to answer on; 0 for any free one
 * @param kafka brokers, {@code host:port,…}
 * @param lake where the tables are
 * @param profiles folders with more device profiles
 * @param contracts folders with more dataset contracts
 * @param cache folder for the files of datasets; a temporary one when absent
 */
public record PortalSettings(
    String host,
    int port,
    String kafka,
    LakeSettings lake,
    List<Path> profiles,
    List<Path> contracts,
    Optional<Path> cache) {

  /** Every problem of these settings; empty when a portal can start with them. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(lake.problems());
    if (port < 0 || port > 65_535) {
      problems.add("--port is %d; give a number from 0 to 65535".formatted(port));
    }
    if (!kafka.matches("[^\\s,:]+:\\d{1,5}(,[^\\s,:]+:\\d{1,5})*")) {
      problems.add("--kafka is \"%s\"; give host:port, such as 127.0.0.1:8081".formatted(kafka));
    }
    return problems;
  }
}
