package io.nagare.profiles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.profiles.decisions.DecisionEntry;
import io.nagare.profiles.decisions.DecisionLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesAppTest {
  private static final String CAP = "m5stack/cap-lora-1262";

  @TempDir Path folder;

  private record Answer(int code, String out, String err) {

    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(out);
    }
  }

  @Test
  void checkSaysEveryProblemAtOnceAndEndsWith2() throws IOException {
    Path one = write("one.yaml", "id: x\nversion: 0\n");
    Path two =
        write(
            "two.yaml",
            """
            id: a/b
            version: 1
            title: {en: A, ja: あ}
            kind: room
            measurements: [{name: t, title: {en: T, ja: 温}, unit: degC, type: number, period: PT1M}]
            certificates:
              - {jurisdiction: JP, scheme: type, number: 2AC7Z-ESP32, covers: as-built, evidence: {source: x, certainty: confirmed}}
            """);

    Answer answer = run("check", folder.toString());

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err())
        .contains(one + ": id is \"x\"")
        .contains(one + ": version is 0")
        .contains(one + ": measurements is missing")
        .contains(two + ": measurements[0].unit is \"degC\"")
        .contains(two + ": certificates[0].number is \"2AC7Z-ESP32\"; JP numbers of scheme type");
    JsonNode json = run("check", "--json", folder.toString()).json();
    assertThat(json.path("problems").size()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void checkAcceptsTheProfilesOfTheBuildAndRefusesAnEmptyFolder() {
    Answer good = run("check", "src/main/resources/profiles");

    assertThat(good.code()).isZero();
    assertThat(good.out()).contains("profiles, no problem");
    assertThat(run("check", folder.toString()).code()).isEqualTo(2);
    assertThat(run("check", folder.resolve("nowhere").toString()).code()).isEqualTo(2);
    assertThat(run("check").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "922.0,5mW,admitted,certified.within-limits",
    "922.0,6.98dBm,admitted,certified.within-limits",
    "922.0,22,refused,certificate.power",
    "920.6,5mW,refused,certificate.frequency"
  })
  void admitDecidesOnAUse(String mhz, String power, String decision, String code)
      throws IOException {
    Answer answer =
        run(
            "admit",
            "--json",
            "--country=JP",
            "--site=outdoor",
            "--frequency=" + mhz,
            "--power=" + power,
            CAP);

    assertThat(answer.json().path("decision").asText()).isEqualTo(decision);
    assertThat(answer.json().path("reasons").findValuesAsText("code")).contains(code);
    assertThat(answer.code()).isEqualTo(decision.equals("refused") ? 1 : 0);
  }

  @Test
  void admitGivesTheLimitsOfADeviceThatCanDoMore() throws IOException {
    JsonNode json = run("admit", "--json", "--country", "JP", "--site", "outdoor", CAP).json();

    assertThat(json.path("decision").asText()).isEqualTo("limited");
    assertThat(json.path("limits").path("conductedDbm").asDouble()).isBetween(6.98, 6.99);
    assertThat(json.path("limits").path("fromMhz").asDouble()).isEqualTo(922.0);
    assertThat(json.path("limits").path("toMhz").asDouble()).isEqualTo(923.4);
    assertThat(json.path("limits").path("maxTransmissionMicros").asLong()).isEqualTo(4_000_000);
    assertThat(json.path("reasons").path(1).path("rule").asText()).startsWith("jp-920");
    assertThat(json.path("reasons").path(1).path("ruleVersion").asInt()).isEqualTo(1);
  }

  @Test
  void admitRefusesWhatTheFactsRefuse() throws IOException {
    for (String profile :
        List.of("bosch/tps110", "dragino/lht65", "ruuvi/ruuvitag", "wireless/ble-beacon")) {
      Answer answer = run("admit", "--json", "--country=JP", "--site=indoor", profile);
      assertThat(answer.json().path("decision").asText()).as(profile).isEqualTo("refused");
      assertThat(answer.json().path("limits").isNull()).isTrue();
    }
    assertThat(
            run("admit", "--json", "--country=JP", "--firmware=0.29.2", "bosch/tps110")
                .json()
                .path("reasons")
                .findValuesAsText("code"))
        .contains("certificate.foreign-only");
    assertThat(run("admit", "--country=JP", "--hardware=v2.0", "microbit/microbit").code())
        .isZero();
    assertThat(run("admit", "wired/ds18b20").out()).contains("wired.passes");
  }

  @Test
  void admitReadsAProfileAndASiteFromFiles() throws IOException {
    Path profile =
        write(
            "trial.yaml",
            """
            id: a/beacon
            version: 1
            title: {en: A, ja: あ}
            kind: beacon
            measurements: [{name: rssi, title: {en: R, ja: 強}, unit: "dB[mW]", type: number, period: PT1M}]
            interfaces:
              - {id: ble, technology: ble, frequencies: [{from_mhz: 2402, to_mhz: 2480, step_mhz: 2}], bandwidth_khz: 2000, power: {max_dbm: 0}, antenna: {gain_dbi: 0}}
            """);
    Path site =
        write(
            "site.yml",
            """
            site: {id: s, country: JP, placement: outdoor, place: road}
            filings:
              - profile: a/beacon
                certificate:
                  jurisdiction: JP
                  scheme: special_trial
                  covers: [{centres_mhz: [2402, 2480], max_bandwidth_khz: 2000, power_dbm: 0}]
                  trial: {arrived: 2026-01-01, purpose: test}
                  evidence: {source: receipt, certainty: confirmed}
            """);
    String file = profile.toString();

    assertThat(run("admit", "--site-file=" + site, "--date=2026-06-29", file).code()).isZero();
    Answer over = run("admit", "--site-file=" + site, "--date=2026-06-30", file);
    assertThat(over.code()).isEqualTo(1);
    assertThat(over.out()).contains("trial.over").contains("181 days, allowed 180 days");
  }

  @Test
  void admitSaysWhatIsWrongWithItsArguments() {
    assertThat(run("admit", "--country=JP", "no/such").err()).contains("no/such is no profile");
    assertThat(run("admit", "--power=loud", CAP).err()).contains("use 13, 13dBm or 20mW");
    assertThat(run("admit", "--site=moon", CAP).code()).isEqualTo(2);
    assertThat(run("nonsense").code()).isEqualTo(2);
  }

  @Test
  void explainKnowsEveryCodeAndEveryRule() throws IOException {
    Answer all = run("explain");

    all.out().lines().forEach(code -> assertThat(run("explain", code).code()).isZero());
    assertThat(run("explain", "certificate.missing").out()).contains("証明").contains("What to do");
    assertThat(run("explain", "jp-2400@1").out()).contains("STD-T66");
    assertThat(run("explain", "--json", "pause.too-short").json().path("unit").asText())
        .isEqualTo("ms");
    assertThat(run("explain", "no.such-code").code()).isEqualTo(2);
  }

  @Test
  void airtimeGivesTheGoldenValue() throws IOException {
    assertThat(
            run("airtime", "lora", "--sf=10", "--bw=125", "--cr=4/5", "--bytes=24", "--json")
                .json()
                .path("airtimeMicros")
                .asLong())
        .isEqualTo(370_688);
    assertThat(run("airtime", "lora", "--sf=7", "--bw=125", "--bytes=13").out().strip())
        .isEqualTo("46.336 ms");
    assertThat(run("airtime", "ble", "--bytes=31").out().strip()).isEqualTo("1.128 ms");
    assertThat(run("airtime", "ieee802154", "--bytes=127").out().strip()).isEqualTo("4.256 ms");
    assertThat(run("airtime", "lora", "--sf=13", "--bw=125", "--bytes=1").err())
        .contains("spreading factor is 13; use 7 to 12");
    assertThat(run("airtime", "lora", "--sf=7", "--bw=125", "--bytes=1", "--cr=3/4").code())
        .isEqualTo(2);
  }

  @Test
  void importTurnsAnEdgexProfileIntoOneThatChecks() throws IOException {
    Path edgex =
        write(
            "edgex.yml",
            """
            name: Thermostat
            deviceResources:
              - {name: Temp, properties: {valueType: Float64, readWrite: R, units: C}}
            """);
    Path output = folder.resolve("thermostat.yaml");

    Answer answer = run("import", "edgex", edgex.toString(), "--kind=room", "--output=" + output);

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("interfaces:");
    assertThat(run("check", output.toString()).code()).isZero();
    assertThat(run("admit", "--country=JP", output.toString()).out())
        .contains("interface.undeclared");
  }

  @Test
  void importRegisterHoldsClaimsAgainstRecordedAnswers() throws IOException {
    Answer unknown = run("import", "register", "--answers=" + folder, CAP);
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.out()).contains("not recorded; ask https://www.tele.soumu.go.jp/giteki");
    write(
        "211-251216.json",
        """
        {"gitekiInformation": {"totalCount": "1"}, "giteki": [{"gitekiInfo": {
          "number": "211-251216", "name": "Holder", "typeName": "Cap LoRa-1262", "date": "2025",
          "elecWave": "922.0～923.4MHz 0.005W", "organName": "Body"}}]}
        """);

    Answer same = run("import", "register", "--json", "--answers=" + folder, CAP);

    assertThat(same.code()).isZero();
    JsonNode certificate = same.json().path("certificates").path(0);
    assertThat(certificate.path("evidence").path("source").asText()).contains("Body");
    assertThat(certificate.path("points").findValuesAsText("agreement"))
        .doesNotContain("different");
  }

  @Test
  void exportWritesAThingDescription() throws IOException {
    JsonNode thing = run("export", "wot", "generic/room-climate", "--device=room-1").json();

    assertThat(thing.path("id").asText()).isEqualTo("urn:nagare:site:gateway:room-1");
  }

  @Test
  void logVerifyFindsAChange() throws Exception {
    Path file = folder.resolve("decisions.log");
    try (DecisionLog log = DecisionLog.open(file, Clock.systemUTC(), ZoneOffset.UTC)) {
      log.append(new DecisionEntry("enrolment", "a", "b@1", "refused", List.of("x")));
    }

    assertThat(run("log", "verify", file.toString()).out()).startsWith("intact: 1 entries");
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, text.replace("refused", "admitted"));
    Answer broken = run("log", "verify", file.toString());
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.err()).contains("line 1").contains("changed");
    assertThat(run("log", "verify", "--json", file.toString()).json().path("intact").asBoolean())
        .isFalse();
    assertThat(run("log", "verify", folder.resolve("none").toString()).code()).isEqualTo(2);
  }

  @Test
  void checklistIsDrawnUpInBothLanguages() throws IOException {
    Path site =
        write(
            "plaza.yaml",
            """
            site: {id: plaza, title: {en: Plaza, ja: 広場}, country: JP, public: true, place: road}
            devices: [{id: bay-1, profile: generic/parking-bay}]
            """);

    Answer english = run("checklist", "--date=2026-06-01", site.toString());

    assertThat(english.out())
        .startsWith("# Plaza, 2026-06-01")
        .contains("## Radio law")
        .contains("- [x] bay-1 (generic/parking-bay@1): admitted")
        .contains("- [ ] permit of the road's manager");
    assertThat(run("checklist", "--lang=ja", site.toString()).out()).contains("道路占用許可");
    assertThat(run("checklist", "--json", site.toString()).json().path("settled").asBoolean())
        .isFalse();
  }

  @Test
  void listAndSchemaPrintWhatThereIs() throws IOException {
    assertThat(run("list").out().lines().count()).isGreaterThanOrEqualTo(40);
    assertThat(run("schema").json().path("title").asText()).isEqualTo("Device profile");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return file;
  }

  private static Answer run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = ProfilesApp.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Answer(code, out.toString(), err.toString());
  }
}
