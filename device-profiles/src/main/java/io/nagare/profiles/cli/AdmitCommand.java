package io.nagare.profiles.cli;

import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Profile;
import io.nagare.profiles.radio.Admission;
import io.nagare.profiles.radio.AdmissionRequest;
import io.nagare.profiles.radio.AllowedUse;
import io.nagare.profiles.radio.Decision;
import io.nagare.profiles.radio.Placement;
import io.nagare.profiles.radio.Reason;
import io.nagare.profiles.radio.ReasonTexts;
import io.nagare.profiles.radio.Site;
import io.nagare.profiles.site.SiteFileReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides whether a device may be used at a site. */
@Command(
    name = "admit",
    description = "Decide whether a device may be used at a site: 0 yes, 1 no.")
final class AdmitCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PROFILE", description = "A profile's reference, or its file.")
  private String profile = "";

  @Option(names = "--country", description = "ISO 3166 code; without one no radio is admitted.")
  private @Nullable String country;

  @Option(names = "--site", description = "indoor or outdoor; default outdoor.")
  private @Nullable Placement placement;

  @Option(names = "--site-file", paramLabel = "SITE.yaml", description = "The site's own data.")
  private @Nullable Path siteFile;

  @Option(names = "--max-eirp", paramLabel = "DBM", description = "A limit of the site.")
  private @Nullable Double maxEirpDbm;

  @Option(names = "--date", paramLabel = "DAY", description = "The day; default today.")
  private @Nullable LocalDate date;

  @Option(names = "--latest-day", paramLabel = "DAY", description = "The latest day ever seen.")
  private @Nullable LocalDate latestDay;

  @Option(names = "--hardware", paramLabel = "REVISION", description = "Hardware revision.")
  private @Nullable String hardware;

  @Option(names = "--firmware", paramLabel = "VERSION", description = "Firmware version.")
  private @Nullable String firmware;

  @Option(names = "--interface", paramLabel = "ID", description = "One of its interfaces.")
  private @Nullable String interfaceId;

  @Mixin private UseOptions use = new UseOptions();

  @Mixin private LibraryOptions options = new LibraryOptions();

  @Option(
      names = "--lang",
      description = "en or ja; default ${DEFAULT-VALUE}.",
      defaultValue = "en")
  private String language = "en";

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InvalidFiles {
    Profile found = options.profile(profile);
    Decision decision =
        new Admission(options.law())
            .decide(
                new AdmissionRequest(
                    site(),
                    found,
                    Optional.ofNullable(hardware),
                    Optional.ofNullable(firmware),
                    Optional.ofNullable(interfaceId),
                    date == null ? LocalDate.now(ZoneId.systemDefault()) : date,
                    Optional.ofNullable(latestDay),
                    use.antenna(),
                    use.use()));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonOutput.print(out, DecisionJson.of(found, decision));
    } else {
      print(out, found, decision);
    }
    return decision.verdict() == Decision.Verdict.REFUSED ? ProfilesApp.NO : ProfilesApp.OK;
  }

  private Site site() throws InvalidFiles {
    Site base =
        siteFile == null
            ? new Site(Optional.empty(), Placement.OUTDOOR, OptionalDouble.empty(), List.of())
            : SiteFileReader.read(siteFile).site();
    return new Site(
        country == null ? base.country() : Optional.of(country.toUpperCase(Locale.ROOT)),
        placement == null ? base.placement() : placement,
        maxEirpDbm == null ? base.maxEirpDbm() : OptionalDouble.of(maxEirpDbm),
        base.filings());
  }

  private void print(PrintWriter out, Profile found, Decision decision) {
    ReasonTexts texts = ReasonTexts.builtIn();
    out.println(decision.verdict().id() + "  " + found.reference());
    for (Reason reason : decision.common()) {
      printReason(out, texts, reason);
    }
    for (Decision.InterfaceDecision one : decision.interfaces()) {
      out.println("interface " + one.interfaceId() + ": " + one.verdict().id());
      for (Reason reason : one.reasons()) {
        printReason(out, texts, reason);
      }
      for (AllowedUse limit : one.limits()) {
        out.println("  may: " + DecisionJson.line(limit));
      }
    }
  }

  private void printReason(PrintWriter out, ReasonTexts texts, Reason reason) {
    out.println("  " + reason.code().code() + ": " + texts.line(reason, language));
    if (reason.refuses()) {
      out.println("    " + texts.of(reason.code()).remedy().in(language));
    }
  }
}
