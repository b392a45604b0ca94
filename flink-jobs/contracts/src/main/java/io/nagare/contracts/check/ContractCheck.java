package io.nagare.contracts.check;

import io.nagare.contracts.ContractFiles;
import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.privacy.ProvisionRequest;
import io.nagare.contracts.privacy.PublicationGate;
import io.nagare.contracts.privacy.PublicationRule;
import io.nagare.contracts.privacy.Refusal;
import io.nagare.profiles.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everything that is wrong with contracts: how they are written, and whether what they say makes
 * sense.
 *
 * @param contracts as far as they could be read
 * @param problems of all files; none: they are in order
 */
public record ContractCheck(List<ContractFiles.Entry> contracts, List<Problem> problems) {

  private static final Pattern TOP_LEVEL_END = Pattern.compile("[.\\[]");

  /** Keeps copies. */
  public ContractCheck {
    contracts = List.copyOf(contracts);
    problems = List.copyOf(problems);
  }

  /**
   * Checks files and folders.
   *
   * @param known contracts that they may build on
   * @param day on which the records that the law asks for must be there
   */
  public static ContractCheck of(List<Path> paths, ContractLibrary known, LocalDate day) {
    List<Problem> problems = new ArrayList<>();
    List<ContractFiles.Entry> entries = ContractFiles.read(paths, problems);
    if (entries.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(paths.toString(), "", "without a contract", "give files named *.odcs.yaml"));
    }
    ContractLibrary all = known.plus(entries.stream().map(ContractFiles.Entry::contract).toList());
    PublicationGate gate = new PublicationGate(all);
    for (ContractFiles.Entry entry : entries) {
      problems.addAll(sense(entry, gate, day, Set.copyOf(unreadable(entry, problems))));
    }
    problems.addAll(ContractLibrary.sharedTables(all));
    return new ContractCheck(entries, problems);
  }

  /** What could not be read was noted; rules would only stumble over its stand-ins. */
  private static List<Problem> sense(
      ContractFiles.Entry entry, PublicationGate gate, LocalDate day, Set<String> unreadable) {
    DatasetContract contract = entry.contract();
    List<Problem> problems = new ArrayList<>();
    if (!unreadable.contains("schema")) {
      problems.addAll(new ShapeRules(entry.file(), contract).problems());
    }
    if (!unreadable.contains("customProperties")) {
      if (!unreadable.contains("schema")) {
        problems.addAll(new RecipeRules(entry.file(), contract).problems());
      }
      if (!unreadable.contains("slaProperties")) {
        problems.addAll(new PromiseRules(entry.file(), contract).problems());
      }
      problems.addAll(refusals(entry.file(), contract, gate, day));
    }
    return problems;
  }

  /** The top-level keys of a file in which something was noted. */
  private static List<String> unreadable(ContractFiles.Entry entry, List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.file().equals(entry.file()))
        .map(problem -> TOP_LEVEL_END.split(problem.path(), 2)[0])
        .distinct()
        .toList();
  }

  private static List<Problem> refusals(
      String file, DatasetContract contract, PublicationGate gate, LocalDate day) {
    return gate.check(contract, ProvisionRequest.catalog(day)).refusals().stream()
        // A draft is not in force, which is no mistake.
        .filter(refusal -> refusal.rule() != PublicationRule.NOT_IN_FORCE)
        .map(refusal -> problem(file, refusal))
        .toList();
  }

  private static Problem problem(String file, Refusal refusal) {
    return new Problem(
        file,
        "privacy",
        "refused by " + refusal.rule().id() + " (" + refusal.found().en() + ")",
        refusal.rule().remedy().en() + "; source: " + refusal.rule().source().en());
  }
}
