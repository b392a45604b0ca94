package io.nagare.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSettingsTest {
  @TempDir private Path folder;

  @Test
  void aDemoWithoutOptionsIsTheSimulatedSiteOnTheDefaultPorts() throws CannotStart {
    DemoSettings settings = DemoSettings.of(given().build(), folder);

    assertThat(settings.recordings()).isEmpty();
    assertThat(settings.seed()).isEqualTo(1);
    assertThat(settings.ports().portal()).isEqualTo(8080);
    assertThat(settings.untilDrained()).isFalse();
  }

  @Test
  void pathsAreSeenFromTheFolderOfTheCommand() throws CannotStart, IOException {
    recordingSet("set");

    DemoSettings settings =
        DemoSettings.of(
            given().recordings("set").data("data").report("r.json").untilDrained().build(), folder);

    assertThat(settings.recordings()).contains(folder.resolve("set"));
    assertThat(settings.data()).contains(folder.resolve("data"));
    assertThat(settings.reportFile()).contains(folder.resolve("r.json"));
  }

  @Test
  void aDashSendsTheReportToStandardOutput() throws CannotStart, IOException {
    recordingSet("set");

    DemoSettings settings =
        DemoSettings.of(given().recordings("set").report("-").untilDrained().build(), folder);

    assertThat(settings.report()).contains("-");
    assertThat(settings.reportFile()).isEmpty();
  }

  @Test
  void everyProblemIsToldAtOnce() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    Files.createDirectory(folder.resolve("empty"));

    List<String> problems =
        problemsOf(
            given()
                .recordings("empty")
                .profiles("nowhere")
                .seed("one")
                .port("80")
                .data("file")
                .speed("-3")
                .time("tomorrow")
                .report("nowhere/r.json"));

    assertThat(problems)
        .containsExactlyInAnyOrder(
            "--recordings \"empty\" has no recordings.yaml; give the folder of a recording set",
            "--profiles \"nowhere\" is not there; a folder with device profiles (*.yaml)",
            "--seed \"one\" is no whole number; give one, such as 1",
            "--port \"80\" is no port to count from; give a number from 1024 to 65400",
            "--data \"file\" is no folder; give a folder, or one that can be made",
            "--speed \"-3\" is no speed; give 1, 60, another positive number, or max",
            "--time \"tomorrow\" is not known; give original or now",
            "--report \"nowhere/r.json\" is in a folder that is not there; make that folder first",
            "--report is given without --until-drained; the ledger can be closed only when"
                + " everything was delivered, so give both or none",
            "--seed is given with --recordings; it belongs to the simulated site, so give one of"
                + " the two");
  }

  @Test
  void aSimulatedSiteHasNeitherEndNorPace() {
    assertThat(problemsOf(given().untilDrained().speed("60")))
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("--until-drained is given without --recordings"))
        .anyMatch(problem -> problem.startsWith("--speed or --time is given without"));
  }

  private List<String> problemsOf(Given given) {
    CannotStart cannot =
        catchThrowableOfType(CannotStart.class, () -> DemoSettings.of(given.build(), folder));
    assertThat(cannot.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    return cannot.lines();
  }

  private void recordingSet(String name) throws IOException {
    Files.createDirectory(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("recordings.yaml"), "site: {}\n");
  }

  private static Given given() {
    return new Given();
  }

  private static final class Given {
    private Optional<String> recordings = Optional.empty();
    private List<String> profiles = List.of();
    private Optional<String> seed = Optional.empty();
    private Optional<String> port = Optional.empty();
    private Optional<String> data = Optional.empty();
    private Optional<String> speed = Optional.empty();
    private Optional<String> time = Optional.empty();
    private Optional<String> report = Optional.empty();
    private boolean untilDrained;

    private Given recordings(String text) {
      recordings = Optional.of(text);
      return this;
    }

    private Given profiles(String text) {
      profiles = List.of(text);
      return this;
    }

    private Given seed(String text) {
      seed = Optional.of(text);
      return this;
    }

    private Given port(String text) {
      port = Optional.of(text);
      return this;
    }

    private Given data(String text) {
      data = Optional.of(text);
      return this;
    }

    private Given speed(String text) {
      speed = Optional.of(text);
      return this;
    }

    private Given time(String text) {
      time = Optional.of(text);
      return this;
    }

    private Given report(String text) {
      report = Optional.of(text);
      return this;
    }

    private Given untilDrained() {
      untilDrained = true;
      return this;
    }

    private DemoArguments build() {
      return new DemoArguments(
          recordings, profiles, seed, port, data, speed, time, untilDrained, report, true);
    }
  }
}
