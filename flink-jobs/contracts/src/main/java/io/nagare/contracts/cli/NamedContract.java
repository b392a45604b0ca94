package io.nagare.contracts.cli;

import io.nagare.contracts.ContractFiles;
import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the contract that an argument names: a file, or the id of a built-in one. */
final class NamedContract {
  private NamedContract() {}

  static DatasetContract find(String argument) throws InvalidFiles {
    Optional<DatasetContract> builtIn = ContractLibrary.builtIn().find(argument);
    if (builtIn.isPresent() && !Files.exists(Path.of(argument))) {
      return builtIn.get();
    }
    List<Problem> problems = new ArrayList<>();
    List<ContractFiles.Entry> entries = ContractFiles.read(List.of(Path.of(argument)), problems);
    if (problems.isEmpty() && entries.size() != 1) {
      problems.add(
          new Problem(
              argument, "", "a folder with " + entries.size() + " contracts", "name one contract"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidFiles(problems);
    }
    return entries.get(0).contract();
  }
}
