package io.nagare.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileLibraryTest {
  private static final String SOIL_PROBE =
      """
      id: farm/soil-probe
      version: 2
      title: {en: Soil probe, ja: 土壌センサー}
      kind: room
      measurements:
        - name: moisture
          title: {en: Moisture, ja: 水分}
          unit: "%"
          type: number
          period: PT10M
          gross_range: {fail: [0, 100], suspect: [5, ~]}
          sentinels: [-999]
      """;

  @TempDir Path folder;

  @Test
  void knowsEveryProfileFileOfTheBuild() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/profiles"))) {
      long yaml = files.filter(file -> file.toString().endsWith(".yaml")).count();

      assertThat(ProfileLibrary.builtIn().all()).hasSize((int) yaml);
    }
    try (InputStream index = ProfileLibraryTest.class.getResourceAsStream("/profiles/index")) {
      assertThat(index).isNotNull();
      assertThat(new String(index.readAllBytes(), StandardCharsets.UTF_8).lines()).isNotEmpty();
    }
  }

  @Test
  void findsTheNewestVersionAndAGivenOne() throws Exception {
    write("probe-2.yaml", SOIL_PROBE.replace("suspect: [5, ~]", "suspect: [5, 90]"));
    write(
        "probe-3.yaml",
        SOIL_PROBE.replace("[5, ~]", "[5, 95]").replace("version: 2", "version: 3"));

    ProfileLibrary library = ProfileLibrary.builtIn().with(List.of(folder));

    assertThat(library.find("farm/soil-probe").map(Profile::reference))
        .contains("farm/soil-probe@3");
    assertThat(library.find("farm/soil-probe@2").map(Profile::version)).contains(2);
    assertThat(library.find("farm/soil-probe@9")).isEmpty();
    assertThat(library.find("farm/soil-probe@x")).isEmpty();
    assertThat(library.find("nobody/knows")).isEmpty();
  }

  @Test
  void readsEveryFieldOfAMeasurement() throws Exception {
    write("probe.yaml", SOIL_PROBE.replace("[5, ~]", "[5, 95]"));

    Measurement moisture =
        ProfileLibrary.builtIn()
            .with(List.of(folder))
            .find("farm/soil-probe")
            .orElseThrow()
            .measurement("moisture")
            .orElseThrow();

    assertThat(moisture.unit()).isEqualTo("%");
    assertThat(moisture.type()).isEqualTo(ValueType.NUMBER);
    assertThat(moisture.maxPeriod()).isEqualTo(Duration.ofMinutes(30));
    assertThat(moisture.sentinels()).containsExactly(-999.0);
    GrossRange range = moisture.grossRange().orElseThrow();
    assertThat(range.fail()).contains(new Range(0, 100));
    assertThat(range.suspect()).contains(new Range(5, 95));
  }

  @Test
  void aProfileOfAFolderTakesThePlaceOfTheBuiltInOne() throws Exception {
    write(
        "rssi.yaml",
        SOIL_PROBE
            .replace("farm/soil-probe", "recorded/room-climate")
            .replace("version: 2", "version: 1")
            .replace("[5, ~]", "[5, 95]"));

    assertThat(
            ProfileLibrary.builtIn()
                .with(List.of(folder))
                .find("recorded/room-climate@1")
                .orElseThrow()
                .measurement("moisture"))
        .isPresent();
  }

  @Test
  void listsEveryProblemOfEveryFileAtOnce() throws Exception {
    write(
        "a.yaml",
        SOIL_PROBE
            .replace("\"%\"", "degC")
            .replace("PT10M", "10 minutes")
            .replace("kind: room", "kind: barn")
            .replace("version: 2", "version: two")
            .replace("sentinels:", "sentinel:"));
    write("b.yaml", "id: [unclosed");
    write("c.yaml", SOIL_PROBE + "id: twice/given\n");

    InvalidFiles invalid =
        catchThrowableOfType(
            InvalidFiles.class, () -> ProfileLibrary.builtIn().with(List.of(folder)));

    String a = folder.resolve("a.yaml").toString();
    assertThat(invalid.problems().stream().map(Problem::text))
        .contains(
            a + ": measurements[0].unit is \"degC\"; use a UCUM code such as \"Cel\"",
            a
                + ": measurements[0].period is \"10 minutes\"; use a positive ISO 8601 duration"
                + " such as \"PT15M\"",
            a + ": kind is \"barn\"; use one of equipment, parking, room, beacon",
            a + ": version is \"two\"; a whole number from 1 to 1000000 is needed")
        .anyMatch(text -> text.startsWith(a + ": measurements[0].sentinel is not a known key"))
        .anyMatch(text -> text.startsWith(a + ": measurements[0].gross_range.suspect"))
        .anyMatch(text -> text.contains("b.yaml is not YAML"))
        .anyMatch(text -> text.contains("c.yaml is not YAML") && text.contains("line"));
  }

  @Test
  void saysThatAFolderIsMissing() {
    assertThatThrownBy(() -> ProfileLibrary.builtIn().with(List.of(folder.resolve("nowhere"))))
        .isInstanceOf(InvalidFiles.class)
        .hasMessageContaining("not a readable folder");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
