package io.nagare.profiles.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.profiles.Kind;
import io.nagare.profiles.Measurement;
import io.nagare.profiles.Problem;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import io.nagare.profiles.Range;
import io.nagare.profiles.ValueType;
import io.nagare.profiles.YamlDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgexImportTest {
  /** In the form of EdgeX v2, where limits are texts, and of v3, where they are numbers. */
  private static final String AIR_CONDITIONER =
      """
      apiVersion: v2
      name: Example-AirConditioner
      manufacturer: Example
      model: AC-1
      labels: [hvac]
      description: "Air conditioner: with a remote control"
      deviceResources:
        - name: RoomTemperature
          isHidden: false
          description: Room temperature
          attributes: {primaryTable: INPUT_REGISTERS, startingAddress: 3}
          properties: {valueType: Float32, readWrite: R, units: "°C", minimum: "-40", maximum: "85"}
        - name: FanSpeed
          properties: {valueType: Int32, readWrite: RW, minimum: 0, maximum: 9, units: steps}
        - name: SwitchA
          properties: {valueType: Bool, readWrite: RW, defaultValue: "0"}
        - name: Mode
          properties: {valueType: String, readWrite: R}
        - name: Picture
          properties: {valueType: Binary, readWrite: R, mediaType: image/jpeg}
      deviceCommands: []
      """;

  @TempDir Path folder;

  @Test
  void becomesAProfileThatOurReaderTakes() throws Exception {
    List<Problem> problems = new ArrayList<>();
    EdgexImport.Imported imported =
        EdgexImport.read(
            YamlDocument.parse("ac.yaml", AIR_CONDITIONER, problems),
            Kind.ROOM,
            Duration.ofMinutes(5));
    assertThat(problems).isEmpty();
    Path file = folder.resolve("ac.yaml");
    Files.writeString(file, imported.profile());

    Profile profile = ProfileLibrary.read(file);

    assertThat(profile.reference()).isEqualTo("edgex/example-air-conditioner@1");
    assertThat(profile.title().en()).isEqualTo("Air conditioner: with a remote control");
    assertThat(profile.measurements())
        .extracting(Measurement::name)
        .containsExactly("room_temperature", "fan_speed", "switch_a", "mode");
    Measurement temperature = profile.measurements().get(0);
    assertThat(temperature.unit()).isEqualTo("Cel");
    assertThat(temperature.grossRange().orElseThrow().fail()).contains(new Range(-40, 85));
    assertThat(temperature.period()).isEqualTo(Duration.ofMinutes(5));
    assertThat(temperature.facts().writable()).isFalse();
    assertThat(profile.measurements().get(1).facts().writable()).isTrue();
    assertThat(profile.measurements().get(2).type()).isEqualTo(ValueType.BOOLEAN);
    assertThat(profile.interfaces()).isEmpty();
    assertThat(imported.notes())
        .anyMatch(note -> note.startsWith("interfaces:"))
        .anyMatch(note -> note.contains("Picture: left out"))
        .anyMatch(note -> note.contains("the unit \"steps\" is not known"));
  }

  @Test
  void saysEverythingThatItCannotRead() {
    List<Problem> problems = new ArrayList<>();
    EdgexImport.read(
        YamlDocument.parse(
            "broken.yaml",
            """
            name: Broken
            deviceResources:
              - name: A
                properties: {valueType: Float32, minimum: low}
              - name: a
                properties: {valueType: Float32, minimum: 5, maximum: 1}
            """,
            problems),
        Kind.ROOM,
        Duration.ofMinutes(5));

    assertThat(problems.stream().map(Problem::text))
        .contains(
            "broken.yaml: deviceResources[0].properties.minimum is \"low\"; a number is needed")
        .anyMatch(text -> text.contains("another resource becomes a too"))
        .anyMatch(text -> text.contains("it is above the maximum"));
  }
}
