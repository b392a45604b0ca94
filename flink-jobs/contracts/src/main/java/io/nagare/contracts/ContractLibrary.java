package io.nagare.contracts;

import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import io.nagare.profiles.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The dataset contracts that a process knows, one version of each. Immutable. */
public final class ContractLibrary {
  private final Map<String, DatasetContract> contracts;

  private ContractLibrary(Map<String, DatasetContract> contracts) {
    this.contracts = contracts;
  }

  /**
   * The contracts that come with the product.
   *
   * @throws IllegalStateException if one of them is broken: a defect of the build
   */
  public static ContractLibrary builtIn() {
    List<Problem> problems = new ArrayList<>();
    List<DatasetContract> read = new ArrayList<>();
    for (String name : resource("index").lines().filter(line -> !line.isBlank()).toList()) {
      read.add(ContractReader.read(YamlDocument.parse(name, resource(name), problems)));
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("built-in contracts", new InvalidFiles(problems));
    }
    return new ContractLibrary(Map.of()).plus(read);
  }

  /**
   * This library with the contracts of these files and of every {@code *.odcs.yaml} file under
   * these folders; one with the id of a known contract takes its place.
   *
   * @throws InvalidFiles with every problem of every file, if there is any
   */
  public ContractLibrary with(List<Path> paths) throws InvalidFiles {
    List<Problem> problems = new ArrayList<>();
    List<DatasetContract> read =
        ContractFiles.read(paths, problems).stream().map(ContractFiles.Entry::contract).toList();
    ContractLibrary all = plus(read);
    problems.addAll(sharedTables(all));
    if (!problems.isEmpty()) {
      throw new InvalidFiles(problems);
    }
    return all;
  }

  /** The contract of this id. */
  public Optional<DatasetContract> find(String id) {
    return Optional.ofNullable(contracts.get(id));
  }

  /** Every contract, by id. */
  public List<DatasetContract> all() {
    return List.copyOf(contracts.values());
  }

  /** This library with further contracts; one with the id of a known one takes its place. */
  public ContractLibrary plus(List<DatasetContract> more) {
    Map<String, DatasetContract> all = new TreeMap<>(contracts);
    more.forEach(contract -> all.put(contract.id(), contract));
    return new ContractLibrary(all);
  }

  /** Two contracts may not write one table. */
  public static List<Problem> sharedTables(ContractLibrary library) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> owners = new TreeMap<>();
    for (DatasetContract contract : library.all()) {
      String owner = owners.putIfAbsent(contract.table(), contract.id());
      if (owner != null) {
        problems.add(
            new Problem(
                contract.id(),
                "schema[0].name",
                "\"" + contract.table() + "\"",
                "contract " + owner + " writes that table; name another"));
      }
    }
    return problems;
  }

  private static String resource(String name) {
    String path = "/contracts/" + name;
    try (InputStream in = ContractLibrary.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path, unreadable);
    }
  }
}
