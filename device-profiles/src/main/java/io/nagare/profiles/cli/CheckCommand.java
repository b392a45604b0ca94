package io.nagare.profiles.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.profiles.Problem;
import io.nagare.profiles.ProfileLibrary;
import io.nagare.profiles.radio.CertificateForms;
import io.nagare.profiles.radio.RadioLaw;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks profile files and says every problem of all of them at once. */
@Command(
    name = "check",
    description = "Check profile files: every problem at once, exit code 2 if there is any.")
final class CheckCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Profile files or folders of them.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ProfileLibrary.Checked checked = ProfileLibrary.check(paths);
    List<Problem> problems = new ArrayList<>(checked.problems());
    RadioLaw law = RadioLaw.builtIn();
    checked
        .profiles()
        .forEach(
            (file, profile) ->
                problems.addAll(CertificateForms.problems(file.toString(), profile, law)));
    int profiles = checked.profiles().size();
    if (profiles == 0 && problems.isEmpty()) {
      problems.add(
          new Problem(
              paths.get(0).toString(), "", "without a profile", "give *.yaml files of profiles"));
    }
    if (json) {
      print(profiles, problems);
    } else {
      problems.forEach(problem -> spec.commandLine().getErr().println(problem.text()));
      if (problems.isEmpty()) {
        spec.commandLine().getOut().println(profiles + " profiles, no problem");
      }
    }
    return problems.isEmpty() ? ProfilesApp.OK : ProfilesApp.WRONG;
  }

  private void print(int profiles, List<Problem> problems) {
    ObjectNode answer = JsonOutput.object();
    answer.put("profiles", profiles);
    ArrayNode list = answer.putArray("problems");
    for (Problem problem : problems) {
      list.addObject()
          .put("file", problem.file())
          .put("path", problem.path())
          .put("found", problem.found())
          .put("remedy", problem.remedy());
    }
    JsonOutput.print(spec.commandLine().getOut(), answer);
  }
}
