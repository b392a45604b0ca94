package io.nagare.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.edge.recording.Replay;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  private static final String SMALLEST =
      """
      site: {id: s, country: JP}
      gateway: g
      data: /tmp/g
      status: {port: 8110}
      mqtt: {servers: ["tcp://127.0.0.1:8082"], primaryHost: nagare}
      """;

  @TempDir Path folder;

  @Test
  void fillsInWhatIsNotSaid() throws Exception {
    GatewaySettings settings = read(SMALLEST + "coap: {port: 8090}\n");

    assertThat(settings.spoolMaxBytes()).isEqualTo(1L << 30);
    assertThat(settings.mqtt().servers()).containsExactly(URI.create("tcp://127.0.0.1:8082"));
    assertThat(settings.mqtt().windowBytes()).isEqualTo(512 * 1024);
    assertThat(settings.coap().orElseThrow().maxPayloadBytes()).isEqualTo(65_536);
    assertThat(settings.coap().orElseThrow().address().getHostString()).isEqualTo("127.0.0.1");
    assertThat(settings.devices()).isEmpty();
    assertThat(settings.recordings()).isEmpty();
  }

  @Test
  void readsDevicesWithTheirPlaces() throws Exception {
    GatewaySettings settings =
        read(
            SMALLEST
                + "devices: [{id: m1, profile: generic/machine-monitor, asset: m1, area: hall-a,"
                + " name: Press 1, capacity: 10}]\n");

    assertThat(settings.devices().get(0).profile()).isEqualTo("generic/machine-monitor@1");
    assertThat(settings.devices().get(0).place().name()).hasValue("Press 1");
    assertThat(settings.devices().get(0).place().capacity()).hasValue(10L);
  }

  @Test
  void readsHowRecordingsAreReplayed() throws Exception {
    Path set = Files.createDirectory(folder.resolve("set"));
    Files.writeString(set.resolve("r.csv"), "t,v\n");
    Files.writeString(
        set.resolve("recordings.yaml"),
        """
        site: {id: other, country: JP, zone: UTC}
        recordings:
          - gateway: g
            files: [r.csv]
            time: {column: t}
            rows: one-device
            device: {id: m1, profile: generic/machine-monitor}
            measurements: {vibration: v}
          - gateway: h
            files: [r.csv]
            time: {column: t}
            rows: one-device
            device: {id: m1, profile: generic/machine-monitor}
            measurements: {vibration: v}
        """);

    GatewaySettings settings =
        read(SMALLEST + "recordings: {directory: " + set + ", speed: 60, time: now}\n");

    assertThat(settings.recordings().orElseThrow().replay())
        .isEqualTo(new Replay(OptionalDouble.of(60), Replay.TimeMode.NOW));
    assertThat(settings.recordings().orElseThrow().recordings())
        .singleElement()
        .satisfies(recording -> assertThat(recording.gateway()).isEqualTo("g"));
  }

  @Test
  void namesTheProblemsOfSettingsProfilesAndRecordingsTogether() throws Exception {
    Path profiles = Files.createDirectory(folder.resolve("profiles"));
    Files.writeString(profiles.resolve("p.yaml"), "id: Wrong\n");
    Path set = Files.createDirectory(folder.resolve("set"));
    Files.writeString(set.resolve("recordings.yaml"), "site: {id: s, country: JP}\n");

    List<String> problems =
        problems(
            """
            site: {id: s, country: Japan}
            gateway: "a b"
            status: {port: 99999}
            mqtt: {servers: ["mqtt:1883"]}
            spool: {maxBytes: 10}
            coap: {port: 1, payload: 3}
            profiles: [%s]
            devices: [{id: d}, {id: d, profile: x/y}]
            recordings: {directory: %s, speed: fast, time: later}
            """
                .formatted(profiles, set));

    assertThat(problems)
        .anyMatch(text -> text.contains("p.yaml: id is \"Wrong\""))
        .anyMatch(text -> text.contains("gateway.yaml: site.country is \"Japan\""))
        .anyMatch(text -> text.contains("gateway.yaml: gateway is \"a b\""))
        .anyMatch(text -> text.contains("gateway.yaml: data is missing"))
        .anyMatch(text -> text.contains("gateway.yaml: status.port is 99999"))
        .anyMatch(text -> text.contains("gateway.yaml: mqtt.servers[0] is \"mqtt:1883\"; use tcp"))
        .anyMatch(text -> text.contains("gateway.yaml: mqtt.primaryHost is missing"))
        .anyMatch(text -> text.contains("gateway.yaml: spool.maxBytes is 10"))
        .anyMatch(text -> text.contains("gateway.yaml: coap.payload is not a known key"))
        .anyMatch(text -> text.contains("gateway.yaml: devices[0].profile is missing"))
        .anyMatch(text -> text.contains("gateway.yaml: devices[1].id is \"d\""))
        .anyMatch(text -> text.contains("gateway.yaml: recordings.speed is \"fast\"; use max"))
        .anyMatch(text -> text.contains("gateway.yaml: recordings.time is \"later\""))
        .anyMatch(text -> text.contains("recordings.yaml: recordings is missing"));
  }

  @Test
  void findsAnUnknownProfile() throws Exception {
    assertThat(problems(SMALLEST + "devices: [{id: d, profile: no/such}]\n"))
        .singleElement()
        .asString()
        .contains(
            "devices[0].profile is \"no/such\"; no such profile is known; ./nagare profiles list");
  }

  private GatewaySettings read(String text) throws IOException, InvalidFiles {
    Path file = folder.resolve("gateway.yaml");
    Files.writeString(file, text);
    return SettingsReader.read(file);
  }

  private List<String> problems(String text) {
    try {
      GatewaySettings unused = read(text);
      throw new AssertionError("no problem was found");
    } catch (InvalidFiles wrong) {
      return wrong.problems().stream().map(Problem::text).toList();
    } catch (IOException unwritable) {
      throw new AssertionError(unwritable);
    }
  }
}
