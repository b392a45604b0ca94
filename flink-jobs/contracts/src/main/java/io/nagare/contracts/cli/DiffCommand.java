package io.nagare.contracts.cli;

import io.nagare.contracts.diff.ContractDiff;
import io.nagare.profiles.InvalidFiles;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Says what changed between two versions of a contract, and whether the new one may be released.
 */
@Command(
    name = "diff",
    description =
        "Says what changed between two versions of a contract, whether it breaks something for"
            + " consumers, and whether the new version may be released.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the new version may be released",
      "1:not yet: its version number or notice period falls short of its changes",
      "2:a contract cannot be read"
    })
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "id of a built-in one, or a file")
  private String before = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "id of a built-in one, or a file")
  private String after = "";

  @Option(names = "--json", description = "answer as JSON on stdout")
  private boolean json;

  @Override
  public Integer call() {
    try {
      ContractDiff diff =
          ContractDiff.between(NamedContract.find(before), NamedContract.find(after));
      print(diff, spec.commandLine().getOut());
      return diff.releasable() ? 0 : 1;
    } catch (InvalidFiles invalid) {
      invalid.problems().forEach(problem -> spec.commandLine().getErr().println(problem.text()));
      return ContractsApp.INVALID;
    }
  }

  private void print(ContractDiff diff, PrintWriter out) {
    if (json) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("breaking", diff.breaking());
      answer.put("releasable", diff.releasable());
      answer.put("changes", diff.changes());
      answer.put("obstacles", diff.obstacles());
      out.println(Json.text(answer));
      return;
    }
    diff.changes().forEach(change -> out.println(change.text()));
    diff.obstacles().forEach(obstacle -> out.println("not releasable: " + obstacle));
    out.println(diff.breaking() ? "breaking" : "not breaking");
  }
}
