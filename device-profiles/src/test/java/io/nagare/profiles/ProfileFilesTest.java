package io.nagare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.nagare.profiles.radio.CertificateForms;
import io.nagare.profiles.radio.RadioLaw;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFilesTest {
  private static final Path FILES = Path.of("src/main/resources/profiles");
  private static final ObjectMapper YAML = new YAMLMapper();

  /** Numbers of certificates that were found in a source; a guessed one is a defect. */
  private static final Set<String> CONFIRMED_NUMBERS =
      Set.of(
          "211-251216",
          "211-161007",
          "211-171102",
          "201-220052",
          "2AC7Z-ESPS3WROOM1",
          "201-170386",
          "Z64-CC3220MOD",
          "451I-CC3220MOD",
          "018-170172",
          "018-200318");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("files")
  void theSchemaAcceptsEveryFileOfTheBuild(Path file) throws IOException {
    assertThat(schema().validate(YAML.readTree(file.toFile()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: barn",
        "version: 0",
        "id: Upper/Case",
        "colour: red",
        "interfaces: [{id: cable, technology: wired, power: {max_dbm: 3}}]",
        "interfaces: [{id: cable, technology: pigeon}]",
        "interfaces: [{id: a, technology: lora, power: {max_dbm: 3, max_mw: 2}}]",
        "interfaces: [{id: a, technology: lora, frequencies: [{at_mhz: 1, to_mhz: 2}]}]",
        "firmware: [{verdict: limited}]",
        "firmware: [{verdict: allowed, conducted_dbm: 3}]",
        "certificates: [{jurisdiction: JP, scheme: type, number: 1}]",
        "certificates: [{jurisdiction: JP, scheme: type, number: x, evidence: {source: x,"
            + " certainty: confirmed}}]",
        "certificates: [{jurisdiction: JP, scheme: special_trial, covers: as-built, evidence:"
            + " {source: x, certainty: confirmed}}]",
        "certificates: [{jurisdiction: JP, scheme: type, covers: [{centres_mhz: [1, 2],"
            + " max_bandwidth_khz: 1}], evidence: {source: x, certainty: confirmed}}]",
        "certificates: [{jurisdiction: JP, scheme: type, covers: as-built, evidence: {source: x,"
            + " certainty: surely}}]",
        "identity: {manufacturer: x}",
        "identity: {manufacturer: x, model: y, recognised_by: {ble_company: 70000}}",
        "provenance: {kind: {source: x}}"
      })
  void schemaAndReaderRefuseTheSameMistakes(String mistake) throws IOException {
    String key = mistake.substring(0, mistake.indexOf(':'));
    String text =
        Files.readString(FILES.resolve("wired/pt100.yaml"))
                .replaceAll("(?m)^" + key + ":.*\\R( .*\\R?)*", "")
            + mistake
            + "\n";
    Path file = folder.resolve("mistake.yaml");
    Files.writeString(file, text);

    assertThat(schema().validate(YAML.readTree(text))).as("schema").isNotEmpty();
    assertThat(ProfileLibrary.check(List.of(file)).problems()).as("reader").isNotEmpty();
  }

  @Test
  void thereAreAtLeastFortyAndEachSaysHowItTalks() {
    List<Profile> all = ProfileLibrary.builtIn().all();

    assertThat(all).hasSizeGreaterThanOrEqualTo(40);
    assertThat(all).allMatch(profile -> !profile.interfaces().isEmpty());
  }

  @Test
  void everyCertificateNumberIsAConfirmedOneOfTheRightForm() {
    RadioLaw law = RadioLaw.builtIn();
    for (Profile profile : ProfileLibrary.builtIn().all()) {
      assertThat(CertificateForms.problems("-", profile, law)).isEmpty();
      for (Certificate certificate : profile.certificates()) {
        assertThat(certificate.evidence().certainty().holds()).isTrue();
        assertThat(certificate.evidence().date()).isPresent();
        certificate.number().ifPresent(number -> assertThat(CONFIRMED_NUMBERS).contains(number));
      }
    }
  }

  @Test
  void readsEveryPartOfAProfile() throws Exception {
    Path file = folder.resolve("whole.yaml");
    try (InputStream whole = ProfileFilesTest.class.getResourceAsStream("/whole-profile.yaml")) {
      assertThat(whole).isNotNull();
      Files.write(file, whole.readAllBytes());
    }

    Profile profile = ProfileLibrary.read(file);

    assertThat(schema().validate(YAML.readTree(file.toFile()))).isEmpty();
    Identity identity = profile.identity().orElseThrow();
    assertThat(identity.recognition().bleCompany()).hasValue(1177);
    assertThat(identity.recognition().devEuis()).containsExactly("a84041");
    assertThat(profile.firmware()).hasSize(3);
    DeviceInterface lora = profile.interfaces().get(0);
    assertThat(lora.centres()).contains(new FrequencySpan(920_600_000, 923_400_000, 200_000));
    assertThat(lora.conductedDbm().orElseThrow()).isEqualTo(10);
    assertThat(lora.access().orElseThrow().maxTransmissionMicros()).hasValue(400_500);
    Certificate type = profile.certificates().get(0);
    assertThat(type.number()).contains("000-000000");
    assertThat(type.covers().get(0).conductedDbm()).isEqualTo(10);
    assertThat(type.maxAntennaGainDbi()).hasValue(2.5);
    Certificate trial = profile.certificates().get(1);
    assertThat(trial.trial().orElseThrow().purpose()).isEqualTo("survey of bays");
    Measurement temperature = profile.measurement("temperature").orElseThrow();
    assertThat(temperature.facts().accuracy()).hasValue(0.3);
    assertThat(temperature.facts().writable()).isFalse();
    QualityTests tests = temperature.tests();
    assertThat(tests.spike().orElseThrow().method())
        .isEqualTo(QualityTests.Spike.Method.DIFFERENTIAL);
    assertThat(tests.climatology()).hasSize(2);
    assertThat(tests.location().orElseThrow().maxJumpMetres()).hasValue(50);
    assertThat(profile.measurement("beacon").orElseThrow().facts().personalData())
        .isEqualTo(PersonalData.IDENTIFIER);
    assertThat(profile.provenance()).containsKey("measurements.temperature.accuracy");
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FILES)) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList());
    }
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream schema =
        ProfileFilesTest.class.getResourceAsStream("/schema/device-profile.schema.json")) {
      JsonNode node = new ObjectMapper().readTree(schema);
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(node);
    }
  }
}
