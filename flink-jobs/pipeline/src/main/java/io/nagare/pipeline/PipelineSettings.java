package io.nagare.pipeline;

import io.nagare.pipeline.tables.CatalogSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the pipeline is told on its command line.
 *
 * @param kafka bootstrap servers
 * @param catalog of the tables
 * @param profiles folders of device profiles besides the built-in ones
 * @param contracts folders of dataset contracts besides the built-in ones
 * @param partitions of the topics that it creates
 * @param replication of the topics that it creates
 */
public record PipelineSettings(
    String kafka,
    CatalogSettings catalog,
    List<Path> profiles,
    List<Path> contracts,
    int partitions,
    short replication) {

  /** Keeps copies of the lists. */
  public PipelineSettings {
    profiles = List.copyOf(profiles);
    contracts = List.copyOf(contracts);
  }

  /**
   * Reads a command line: {@code --kafka HOST:PORT --catalog-uri JDBC --catalog-user USER
   * [--catalog-password PASSWORD] --warehouse URI [--profiles DIR]… [--contracts DIR]…
   * [--partitions 4] [--replication 1]}.
   *
   * @throws IllegalArgumentException with every problem, one per line
   */
  public static PipelineSettings parse(String... arguments) {
    Arguments given = new Arguments(arguments);
    PipelineSettings settings =
        new PipelineSettings(
            given.required("--kafka", "HOST:PORT of a Kafka broker"),
            new CatalogSettings(
                given.required("--catalog-uri", "JDBC address of the catalog's database"),
                given.required("--catalog-user", "user of the catalog's database"),
                given.last("--catalog-password").orElse(""),
                given.required("--warehouse", "URI of the folder that holds the tables")),
            given.paths("--profiles"),
            given.paths("--contracts"),
            given.number("--partitions", 4),
            (short) given.number("--replication", 1));
    given.finish();
    return settings;
  }

  /** Flags and their values, and what is wrong with them. */
  private static final class Arguments {
    private final List<String[]> pairs = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> known = new ArrayList<>();

    Arguments(String... arguments) {
      for (int i = 0; i < arguments.length; i += 2) {
        if (i + 1 == arguments.length) {
          problems.add(arguments[i] + " has no value; give one after it");
        } else {
          pairs.add(new String[] {arguments[i], arguments[i + 1]});
        }
      }
    }

    List<String> all(String flag) {
      known.add(flag);
      return pairs.stream().filter(pair -> pair[0].equals(flag)).map(pair -> pair[1]).toList();
    }

    Optional<String> last(String flag) {
      List<String> values = all(flag);
      return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    String required(String flag, String meaning) {
      Optional<String> value = last(flag);
      if (value.isEmpty()) {
        problems.add(flag + " is missing; give the " + meaning);
      }
      return value.orElse("");
    }

    List<Path> paths(String flag) {
      return all(flag).stream().map(Path::of).toList();
    }

    int number(String flag, int whenAbsent) {
      Optional<String> value = last(flag);
      if (value.isPresent() && !value.get().matches("[1-9][0-9]{0,3}")) {
        problems.add(flag + " is \"" + value.get() + "\"; use a number from 1 to 9999");
        return whenAbsent;
      }
      return value.map(Integer::parseInt).orElse(whenAbsent);
    }

    void finish() {
      for (String[] pair : pairs) {
        if (!known.contains(pair[0])) {
          problems.add(pair[0] + " is no flag; use " + String.join(", ", known));
        }
      }
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(String.join("\n", problems));
      }
    }
  }
}
