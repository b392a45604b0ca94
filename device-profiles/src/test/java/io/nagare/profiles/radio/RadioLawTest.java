package io.nagare.profiles.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.InvalidFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RadioLawTest {
  @TempDir Path folder;

  @Test
  void knowsEveryFileOfTheBuild() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/radio"))) {
      long rules = files.filter(file -> file.toString().matches(".*/[a-z]{2}\\.yaml")).count();

      assertThat(RadioLaw.builtIn().jurisdictions()).hasSize((int) rules);
    }
  }

  @Test
  void everyRuleHasSourceDateAndANameOfItsOwn() {
    Set<String> ids = new HashSet<>();
    for (Jurisdiction jurisdiction : RadioLaw.builtIn().jurisdictions()) {
      for (RadioRule rule : jurisdiction.rules()) {
        assertThat(ids.add(rule.id())).as(rule.id()).isTrue();
        assertThat(rule.provenance().source()).isNotBlank();
        assertThat(rule.provenance().date()).as(rule.id()).isPresent();
        assertThat(rule.band().fromHz()).isLessThan(rule.band().toHz());
      }
    }
  }

  @Test
  void everyRuleThatMayAdmitHasAPowerLimit() {
    for (Jurisdiction jurisdiction : RadioLaw.builtIn().jurisdictions()) {
      for (RadioRule rule : jurisdiction.rules()) {
        if (rule.provenance().certainty().holds()) {
          assertThat(rule.eirpDbm()).as(rule.id()).isFinite();
        }
      }
    }
  }

  @Test
  void theEuropeanRulesHoldInItsCountries() {
    RadioLaw law = RadioLaw.builtIn();

    assertThat(law.in("DE").map(Jurisdiction::code)).contains("EU");
    assertThat(law.in("EU").map(Jurisdiction::code)).contains("EU");
    assertThat(law.in("GB").map(Jurisdiction::code)).contains("GB");
    assertThat(law.in("BR")).isEmpty();
  }

  @Test
  void channelsLieWhereTheStandardPutsThem() {
    RadioRule rule = rule("jp-920-20mw-listen-5ms");

    assertThat(rule.band().centres(125_000))
        .contains(new FrequencySpan(920_600_000, 923_400_000, 200_000));
    assertThat(rule.band().centres(250_000))
        .contains(new FrequencySpan(920_700_000, 923_300_000, 200_000));
    assertThat(rule.band().centres(500_000))
        .contains(new FrequencySpan(920_800_000, 923_200_000, 200_000));
    assertThat(rule("jp-920-20mw-listen-128us").band().centres(200_000))
        .contains(new FrequencySpan(922_400_000, 928_000_000, 200_000));
  }

  @Test
  void aFileTakesThePlaceOfTheRulesOfItsJurisdiction() throws Exception {
    Path file = folder.resolve("br.yaml");
    Files.writeString(
        file,
        """
        jurisdiction: BR
        version: 1
        title: {en: Brazil, ja: ブラジル}
        countries: [BR]
        certificates: {number_needed: true}
        rules:
          - id: br-test
            title: {en: Test, ja: 試験}
            band_mhz: [902, 907]
            eirp_dbm: 10
            source: made up for a test
            date: 2026-01-01
            certainty: confirmed
        """);

    RadioLaw law = RadioLaw.builtIn().with(List.of(file));

    assertThat(law.in("BR")).isPresent();
    assertThat(law.in("JP")).isPresent();
  }

  @Test
  void saysEverythingThatIsWrongWithAFile() throws IOException {
    Path file = folder.resolve("xx.yaml");
    Files.writeString(
        file,
        """
        jurisdiction: xx
        version: 1
        title: {en: X, ja: X}
        countries: [XX]
        certificates: {forms: [{scheme: type, pattern: '(', source: x}]}
        rules:
          - id: x
            title: {en: X, ja: X}
            erp_dbm: 1
            eirp_dbm: 2
            technologies: [pigeon]
            source: x
            certainty: surely
        """);

    assertThatThrownBy(() -> RadioLaw.builtIn().with(List.of(file)))
        .isInstanceOf(InvalidFiles.class)
        .hasMessageContaining("jurisdiction is \"xx\"")
        .hasMessageContaining("regular expression")
        .hasMessageContaining("band_mhz")
        .hasMessageContaining("erp_dbm or eirp_dbm")
        .hasMessageContaining("technologies")
        .hasMessageContaining("certainty is \"surely\"");
  }

  private static RadioRule rule(String id) {
    Optional<RadioRule> found =
        RadioLaw.builtIn().jurisdictions().stream()
            .flatMap(jurisdiction -> jurisdiction.rules().stream())
            .filter(rule -> rule.id().equals(id))
            .findFirst();
    return found.orElseThrow();
  }
}
