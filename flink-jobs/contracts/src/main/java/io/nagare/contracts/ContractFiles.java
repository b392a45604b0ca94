package io.nagare.contracts;

import io.nagare.profiles.Problem;
import io.nagare.profiles.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads contracts from files; what is wrong is noted, and reading goes on. */
public final class ContractFiles {
  private static final String SUFFIX = ".odcs.yaml";

  private ContractFiles() {}

  /**
   * A contract and where it stands.
   *
   * @param file as the user named it
   * @param contract as far as it could be read
   */
  public record Entry(String file, DatasetContract contract) {}

  /**
   * The contracts of files, and of every {@code *.odcs.yaml} file under folders.
   *
   * @param problems takes every problem of every file
   */
  public static List<Entry> read(List<Path> paths, List<Problem> problems) {
    List<Entry> read = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    for (Path path : paths) {
      for (Path file : files(path, problems)) {
        YamlDocument document = YamlDocument.read(file, problems);
        if (document.isMapping()) {
          DatasetContract contract = ContractReader.read(document);
          String first = ids.putIfAbsent(contract.id(), file.toString());
          if (first != null) {
            document.problem(
                "id", "another file has the same id (" + first + "); keep one of them");
          }
          read.add(new Entry(file.toString(), contract));
        }
      }
    }
    return read;
  }

  private static List<Path> files(Path path, List<Problem> problems) {
    if (!Files.isDirectory(path)) {
      if (!Files.exists(path)) {
        problems.add(
            new Problem(path.toString(), "", "not there", "give a contract or a folder of them"));
        return List.of();
      }
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      problems.add(
          new Problem(path.toString(), "", "not a readable folder", "give a folder of contracts"));
      return List.of();
    }
  }
}
