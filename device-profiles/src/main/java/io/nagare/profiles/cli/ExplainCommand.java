package io.nagare.profiles.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.radio.Jurisdiction;
import io.nagare.profiles.radio.RadioRule;
import io.nagare.profiles.radio.ReasonCode;
import io.nagare.profiles.radio.ReasonTexts;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a reason code or a radio rule means. */
@Command(
    name = "explain",
    description = "Say what a reason code or a radio rule means; without one, list the codes.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "CODE", description = "A reason code, or a rule's id.")
  private @Nullable String name;

  @Mixin private LibraryOptions options = new LibraryOptions();

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InvalidFiles {
    if (name == null) {
      for (ReasonCode code : ReasonCode.values()) {
        spec.commandLine().getOut().println(code.code());
      }
      return ProfilesApp.OK;
    }
    Optional<ReasonCode> code = ReasonTexts.find(name);
    if (code.isPresent()) {
      explain(code.get());
      return ProfilesApp.OK;
    }
    int at = name.indexOf('@');
    String id = at < 0 ? name : name.substring(0, at);
    for (Jurisdiction jurisdiction : options.law().jurisdictions()) {
      for (RadioRule rule : jurisdiction.rules()) {
        if (rule.id().equals(id)) {
          explain(jurisdiction, rule);
          return ProfilesApp.OK;
        }
      }
    }
    spec.commandLine()
        .getErr()
        .println(
            name + " is no reason code and no rule; `profiles explain` lists the reason codes");
    return ProfilesApp.WRONG;
  }

  private void explain(ReasonCode code) {
    ReasonTexts.Text text = ReasonTexts.builtIn().of(code);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode answer = JsonOutput.object();
      answer.put("code", code.code());
      answer.put("effect", code.effect().name().toLowerCase(Locale.ROOT));
      answer.put("unit", code.unit());
      answer.putObject("means").put("en", text.means().en()).put("ja", text.means().ja());
      answer.putObject("remedy").put("en", text.remedy().en()).put("ja", text.remedy().ja());
      JsonOutput.print(out, answer);
      return;
    }
    out.println(code.code() + " (" + code.effect().name().toLowerCase(Locale.ROOT) + ")");
    out.println("  " + text.means().en());
    out.println("  " + text.means().ja());
    out.println("What to do:");
    out.println("  " + text.remedy().en());
    out.println("  " + text.remedy().ja());
  }

  private void explain(Jurisdiction jurisdiction, RadioRule rule) {
    PrintWriter out = spec.commandLine().getOut();
    String date = rule.provenance().date().map(LocalDate::toString).orElse("unknown");
    String certainty = rule.provenance().certainty().name().toLowerCase(Locale.ROOT);
    if (json) {
      ObjectNode answer = JsonOutput.object();
      answer.put("rule", rule.id()).put("ruleVersion", rule.version());
      answer.put("jurisdiction", jurisdiction.code());
      answer.putObject("title").put("en", rule.title().en()).put("ja", rule.title().ja());
      answer.put("source", rule.provenance().source());
      answer.put("date", date).put("certainty", certainty);
      ArrayNode notes = answer.putArray("notes");
      rule.notes().forEach(note -> notes.addObject().put("en", note.en()).put("ja", note.ja()));
      JsonOutput.print(out, answer);
      return;
    }
    out.println(rule.reference() + " (" + jurisdiction.title().en() + ")");
    out.println("  " + rule.title().en());
    out.println("  " + rule.title().ja());
    out.println("  source: " + rule.provenance().source());
    out.println("  compared: " + date + ", certainty: " + certainty);
    rule.notes().forEach(note -> out.println("  remembered: " + note.en() + " / " + note.ja()));
  }
}
