package io.nagare.profiles.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.profiles.decisions.ChainCheck;
import io.nagare.profiles.decisions.DecisionLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on decision logs. */
@Command(name = "log", description = "Check decision logs.", subcommands = LogCommand.Verify.class)
final class LogCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do: verify");
  }

  /** Checks a log. */
  @Command(
      name = "verify",
      description = "Check that nobody changed a decision log: 0 intact, 1 broken.")
  static final class Verify implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The log.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      ChainCheck check = DecisionLog.verify(file);
      if (json) {
        ObjectNode answer = JsonOutput.object();
        answer.put("intact", check.intact());
        answer.put("entries", check.entries());
        answer.put("head", check.head());
        check
            .problem()
            .ifPresent(
                problem ->
                    answer
                        .putObject("problem")
                        .put("line", problem.line())
                        .put("what", problem.what()));
        JsonOutput.print(spec.commandLine().getOut(), answer);
      } else if (check.intact()) {
        spec.commandLine()
            .getOut()
            .println("intact: " + check.entries() + " entries, head " + check.head());
      } else {
        ChainCheck.Break problem = check.problem().orElseThrow();
        spec.commandLine()
            .getErr()
            .println(file + ": line " + problem.line() + ": " + problem.what());
      }
      return check.intact() ? ProfilesApp.OK : ProfilesApp.NO;
    }
  }
}
