package io.nagare.contracts.cli;

import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.page.ContractPage;
import io.nagare.contracts.page.Page;
import io.nagare.profiles.InvalidFiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a contract as a page for people. */
@Command(
    name = "show",
    description = "Writes a contract as a page that a lawyer can read.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:written to stdout", "2:no such contract, or it cannot be read"})
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID|FILE", description = "id of a built-in contract, or a file")
  private String contract = "";

  @Option(names = "--lang", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
  private Language language = Language.EN;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
  private Format format = Format.MD;

  private enum Language {
    EN,
    JA
  }

  private enum Format {
    MD,
    HTML
  }

  @Override
  public Integer call() {
    try {
      DatasetContract found = NamedContract.find(contract);
      Page page = ContractPage.of(found, language == Language.JA ? "ja" : "en");
      String text = format == Format.HTML ? page.html() : page.markdown();
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
      return 0;
    } catch (InvalidFiles invalid) {
      invalid.problems().forEach(problem -> spec.commandLine().getErr().println(problem.text()));
      return ContractsApp.INVALID;
    }
  }
}
