package io.nagare.profiles.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.profiles.Certificate;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Kind;
import io.nagare.profiles.Problem;
import io.nagare.profiles.Profile;
import io.nagare.profiles.YamlDocument;
import io.nagare.profiles.interchange.EdgexImport;
import io.nagare.profiles.interchange.GitekiRegister;
import io.nagare.profiles.interchange.RegisterComparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over what others wrote about a device. */
@Command(
    name = "import",
    description = "Take over what others wrote about a device.",
    subcommands = {ImportCommand.Edgex.class, ImportCommand.Register.class})
final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to import: edgex, register");
  }

  /** An EdgeX device profile. */
  @Command(name = "edgex", description = "Turn an EdgeX device profile into one of ours.")
  static final class Edgex implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The EdgeX profile, YAML or JSON.")
    private Path file = Path.of("");

    @Option(
        names = "--kind",
        description = "equipment, parking, room or beacon.",
        defaultValue = "equipment")
    private Kind kind = Kind.EQUIPMENT;

    @Option(names = "--period", description = "How often it reports.", defaultValue = "PT1M")
    private Duration period = Duration.ofMinutes(1);

    @Option(names = "--output", paramLabel = "FILE", description = "Write the profile there.")
    private @Nullable Path output;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidFiles, IOException {
      List<Problem> problems = new ArrayList<>();
      YamlDocument document = YamlDocument.read(file, problems);
      EdgexImport.Imported imported = EdgexImport.read(document, kind, period);
      if (!problems.isEmpty()) {
        throw new InvalidFiles(problems);
      }
      imported.notes().forEach(note -> spec.commandLine().getErr().println(note));
      if (output == null) {
        spec.commandLine().getOut().print(imported.profile());
        spec.commandLine().getOut().flush();
      } else {
        Files.writeString(output, imported.profile(), StandardCharsets.UTF_8);
      }
      return ProfilesApp.OK;
    }
  }

  /** An answer of the Japanese register. */
  @Command(
      name = "register",
      description =
          "Hold the Japanese certificates of a profile against recorded answers of the register:"
              + " 0 the same, 1 different or not recorded.")
  static final class Register implements Callable<Integer> {
    @Parameters(paramLabel = "PROFILE", description = "A profile's reference, or its file.")
    private String profile = "";

    @Option(
        names = "--answers",
        required = true,
        paramLabel = "DIR",
        description = "Folder of saved answers, <number>.json each.")
    private Path answers = Path.of("");

    @Mixin private LibraryOptions options = new LibraryOptions();

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    private boolean same = true;

    @Override
    public Integer call() throws InvalidFiles, IOException {
      Profile found = options.profile(profile);
      GitekiRegister register = new GitekiRegister(answers);
      ArrayNode list = JsonOutput.object().putArray("certificates");
      PrintWriter out = spec.commandLine().getOut();
      for (Certificate certificate : found.certificates()) {
        boolean inRegister =
            certificate.jurisdiction().equals("JP") && certificate.number().isPresent();
        if (inRegister) {
          compare(found, certificate, register, list.addObject());
        }
      }
      if (list.isEmpty()) {
        spec.commandLine().getErr().println(found.reference() + " has no Japanese number");
        return ProfilesApp.NO;
      }
      if (json) {
        ObjectNode answer = JsonOutput.object();
        answer.put("profile", found.reference());
        answer.set("certificates", list);
        JsonOutput.print(out, answer);
      }
      return same ? ProfilesApp.OK : ProfilesApp.NO;
    }

    private void compare(
        Profile found, Certificate certificate, GitekiRegister register, ObjectNode node)
        throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      String number = certificate.number().orElseThrow();
      node.put("number", number);
      Optional<List<GitekiRegister.Row>> rows = register.find(number);
      if (rows.isEmpty() || rows.get().isEmpty()) {
        same = false;
        String what = rows.isEmpty() ? "not recorded" : "not in the register";
        node.put("register", what);
        print(number + ": " + what + "; ask " + GitekiRegister.question(number), out);
        return;
      }
      GitekiRegister.Row row = rows.get().get(0);
      ObjectNode evidence = node.putObject("evidence");
      evidence.put("source", "MIC register of certified equipment, " + row.body());
      evidence.put("date", row.date()).put("certainty", "confirmed");
      print(number + ": " + row.name() + ", " + row.typeName() + ", " + row.wave(), out);
      ArrayNode points = node.putArray("points");
      for (RegisterComparison.Point point : RegisterComparison.compare(found, certificate, row)) {
        String agreement = point.agreement().name().toLowerCase(Locale.ROOT).replace('_', '-');
        points
            .addObject()
            .put("field", point.field())
            .put("claim", point.claim())
            .put("register", point.register())
            .put("agreement", agreement);
        same &= point.agreement() != RegisterComparison.Agreement.DIFFERENT;
        print("  " + agreement + "  " + point.field() + ": " + point.claim(), out);
      }
    }

    private void print(String line, PrintWriter out) {
      if (!json) {
        out.println(line);
      }
    }
  }
}
