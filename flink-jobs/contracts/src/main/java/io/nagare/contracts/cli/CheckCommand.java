package io.nagare.contracts.cli;

import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.check.ContractCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists everything that is wrong with contracts. */
@Command(
    name = "check",
    description = "Lists every problem of contracts: form, recipe, privacy, delivery promise.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:in order", "2:problems, one per line on stderr"})
final class CheckCommand implements Callable<Integer> {
  private final Clock clock;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "contracts, or folders of *.odcs.yaml files")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--json", description = "answer as JSON on stdout")
  private boolean json;

  CheckCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    ContractCheck check = ContractCheck.of(paths, ContractLibrary.builtIn(), LocalDate.now(clock));
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (json) {
      out.println(
          Json.text(
              Map.of(
                  "contracts", check.contracts().stream().map(one -> one.contract().id()).toList(),
                  "problems", check.problems())));
    } else {
      check.problems().forEach(problem -> err.println(problem.text()));
      if (check.problems().isEmpty()) {
        check
            .contracts()
            .forEach(one -> out.println("in order: " + one.contract().id() + " " + one.file()));
      }
    }
    return check.problems().isEmpty() ? 0 : ContractsApp.INVALID;
  }
}
