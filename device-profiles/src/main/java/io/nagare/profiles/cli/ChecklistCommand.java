package io.nagare.profiles.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.radio.Admission;
import io.nagare.profiles.radio.ReasonTexts;
import io.nagare.profiles.site.Checklist;
import io.nagare.profiles.site.ChecklistRules;
import io.nagare.profiles.site.SiteFile;
import io.nagare.profiles.site.SiteFileReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws up the checklist of a site. */
@Command(
    name = "checklist",
    description = "Draw up the checklist for sensors in a public space from the site's own data.")
final class ChecklistCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SITE.yaml", description = "The site.")
  private Path file = Path.of("");

  @Option(names = "--date", paramLabel = "DAY", description = "The day; default today.")
  private @Nullable LocalDate date;

  @Option(
      names = "--lang",
      description = "en or ja; default ${DEFAULT-VALUE}.",
      defaultValue = "en")
  private String language = "en";

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  @Mixin private LibraryOptions options = new LibraryOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InvalidFiles {
    SiteFile site = SiteFileReader.read(file);
    LocalDate today = date == null ? LocalDate.now(ZoneId.systemDefault()) : date;
    Checklist checklist =
        new ChecklistRules(options.library(), new Admission(options.law()), ReasonTexts.builtIn())
            .drawUp(site, today);
    if (json) {
      printJson(site, checklist);
    } else {
      print(site, checklist, today);
    }
    return ProfilesApp.OK;
  }

  private void print(SiteFile site, Checklist checklist, LocalDate today) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("# " + site.title().in(language) + ", " + today);
    for (Checklist.Section section : Checklist.Section.values()) {
      out.println();
      out.println("## " + section.title().in(language));
      for (Checklist.Item item : checklist.items()) {
        if (item.section() == section) {
          String box =
              switch (item.state()) {
                case DONE -> "- [x] ";
                case OPEN -> "- [ ] ";
                case NOT_NEEDED -> "- (" + (language.equals("ja") ? "不要" : "not needed") + ") ";
              };
          out.println(box + item.text().in(language));
        }
      }
    }
  }

  private void printJson(SiteFile site, Checklist checklist) {
    ObjectNode answer = JsonOutput.object();
    answer.put("site", site.id()).put("settled", checklist.settled());
    ArrayNode items = answer.putArray("items");
    for (Checklist.Item item : checklist.items()) {
      ObjectNode node = items.addObject();
      node.put("section", item.section().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      node.put("id", item.id());
      node.put("state", item.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      node.putObject("text").put("en", item.text().en()).put("ja", item.text().ja());
    }
    JsonOutput.print(spec.commandLine().getOut(), answer);
  }
}
