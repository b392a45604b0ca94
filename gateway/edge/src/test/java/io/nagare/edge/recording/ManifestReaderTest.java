package io.nagare.edge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.edge.reading.Device;
import io.nagare.profiles.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestReaderTest {
  @TempDir Path folder;

  private RecordingSet set;

  @BeforeEach
  void newSet() {
    set = new RecordingSet(folder);
  }

  @Test
  void namesEveryProblemAtOnceWithItsPlaceAndWhatIsAllowed() {
    set.manifest(
            """
            site: {id: "x/y", country: Japan, zone: Mars/Olympus}
            recordings:
              - gateway: g1
                files: [none.csv, m.csv]
                time: {column: when, pattern: "YYYY-MM"}
                rows: one-device
                device: {id: d, profile: recorded/pump-rig}
                measurements: {pressur: P}
                seperator: ";"
              - gateway: g2
                files: m.csv
                separator: "::"
                time: {column: t}
                rows: sideways
              - gateway: g3
                files: m.csv
                time: {column: t}
                rows: column-per-device
                measurement: humidity
                profile: no/such
            """)
        .file("m.csv", "t,P", "2020-01-01,2");

    assertThat(set.problems())
        .containsExactly(
            "recordings.yaml: site.id is \"x/y\"; use letters, digits and - . _ , starting with a"
                + " letter or digit",
            "recordings.yaml: site.country is \"Japan\"; use two capital letters, such as JP",
            "recordings.yaml: site.zone is \"Mars/Olympus\"; use a time zone such as \"Asia/Tokyo\""
                + " or \"UTC\"",
            "recordings.yaml: recordings[0].seperator is not a known key; known here: absent,"
                + " description, device, files, gateway, ignore, leading, licence, license,"
                + " measurement, measurements, places, profile, rows, separator, source, time,"
                + " title",
            "recordings.yaml: recordings[0].time.pattern is \"YYYY-MM\"; use iso, epoch-seconds,"
                + " epoch-millis or a pattern such as \"yyyy-MM-dd HH:mm:ss\": Y is the year of the"
                + " week and D the day of the year; use yyyy and dd",
            "recordings.yaml: recordings[0].measurements.pressur is for \"pressur\", which"
                + " recorded/pump-rig@1 does not measure; use one of vibration_1, vibration_2,"
                + " current, pressure, temperature, fluid_temperature, voltage, flow",
            "recordings.yaml: recordings[0].files[0] is \"none.csv\"; there is no readable file "
                + folder.resolve("none.csv").toString().replace(folder + "/", ""),
            "recordings.yaml: recordings[0].files[1] is \"m.csv\"; its header has no time column"
                + " \"when\"; it has \"t\", \"P\"; check the name and the separator",
            "recordings.yaml: recordings[1].separator is \"::\"; use one character, such as \",\""
                + " or \";\", or the word tab",
            "recordings.yaml: recordings[1].rows is \"sideways\"; use one-device or"
                + " column-per-device",
            "recordings.yaml: recordings[2].profile is \"no/such\"; no such profile is known;"
                + " ./nagare profiles list names those that are, or give --profiles with yours");
  }

  @Test
  void saysThatThereIsNoManifest() {
    List<Problem> problems = new ArrayList<>();

    Manifest unused =
        ManifestReader.read(folder.resolve("nowhere"), Optional.empty(), Map.of(), problems);

    assertThat(problems).singleElement().asString().contains("recordings.yaml", "not there");
  }

  @Test
  void findsColumnsThatTheHeaderDoesNotHave() {
    set.with(RecordingSet.MACHINE).file("m.csv", "t,v,C");

    assertThat(set.problems())
        .containsExactly(
            "recordings.yaml: recordings[0].files[0] is \"m.csv\"; its header has no measurement"
                + " column \"c\"; it has \"t\", \"v\", \"C\"; check the name and the separator");
  }

  @Test
  void findsColumnsThatAreThereTwice() {
    set.with(RecordingSet.MACHINE)
        .with(RecordingSet.COUNTERS)
        .file("m.csv", "t,v,c,v")
        .file("lots.csv", "t,p1,p1");

    assertThat(set.problems())
        .hasSize(2)
        .anyMatch(text -> text.contains("two columns \"v\""))
        .anyMatch(text -> text.contains("two columns \"p1\""));
  }

  @Test
  void refusesAnEmptyFileAndAFileWithoutDevices() {
    set.with(RecordingSet.MACHINE)
        .with(RecordingSet.COUNTERS)
        .fileOf("m.csv", "")
        .file("lots.csv", "t,note");

    assertThat(set.problems())
        .hasSize(2)
        .anyMatch(text -> text.contains("the file is empty"))
        .anyMatch(text -> text.contains("no column is left for a device"));
  }

  @Test
  void refusesADeviceWithTwoProfiles() {
    set.with(RecordingSet.COUNTERS)
        .with(RecordingSet.MACHINE.replace("machine-1", "p1"))
        .file("lots.csv", "t,p1")
        .file("m.csv", "t,v,c");

    assertThat(set.problems()).singleElement().asString().contains("a device has one profile");
  }

  @Test
  void readsPlacesWithGapsQuotesAndLineEnds() {
    set.with(
            RecordingSet.COUNTERS
                + "    places: {file: places.csv, id: place_id, name: place_name, area: city,"
                + " capacity: num_all}\n")
        .file("lots.csv", "t,p1,p2,p3,p4")
        .fileOf(
            "places.csv",
            "place_id;place_name;city;num_all;address\r\n"
                + "p1;\"Haus \"\"Süd\"\"\";Aachen;605;\"Street 1\r\n52070;\nAachen\"\r\n"
                + "p2;;;;\r\np3;P3;Bonn;many\r\n");

    List<Device> devices = List.copyOf(set.read().recordings().get(0).devices());

    assertThat(devices).extracting(Device::id).containsExactly("p1", "p2", "p3", "p4");
    assertThat(devices.get(0).place())
        .isEqualTo(
            new Device.Place(
                Optional.of("Haus \"Süd\""),
                Optional.of("Aachen"),
                Optional.empty(),
                Optional.of(605L)));
    assertThat(devices.get(1).place()).isEqualTo(Device.Place.UNKNOWN);
    assertThat(devices.get(2).place().capacity()).isEmpty();
    assertThat(devices.get(3).place()).isEqualTo(Device.Place.UNKNOWN);
  }

  @Test
  void ignoresColumnsWithoutName() {
    set.with(RecordingSet.COUNTERS).file("lots.csv", ",t,p1,note");

    assertThat(set.read().recordings().get(0).devices())
        .extracting(Device::id)
        .containsExactly("p1");
  }

  @Test
  void givesRecordingsOfTheSameFileDifferentIds() {
    set.with(RecordingSet.MACHINE)
        .with(RecordingSet.MACHINE.replace("machine-1", "machine-2"))
        .file("m.csv", "t,v,c");

    assertThat(set.read().recordings()).extracting(Recording::id).doesNotHaveDuplicates();
  }

  @Test
  void givesARecordingWithOtherContentAnotherId() {
    set.with(RecordingSet.MACHINE).file("m.csv", "t,v,c");
    String before = set.read().recordings().get(0).id();
    assertThat(set.read().recordings().get(0).id()).isEqualTo(before);

    set.file("m.csv", "t,v,c", "2020-01-01,1,2");

    assertThat(set.read().recordings().get(0).id()).isNotEqualTo(before).startsWith("m.csv~");
  }

  @Test
  void namesEachGatewayOnce() {
    set.with(RecordingSet.MACHINE)
        .with(RecordingSet.COUNTERS.replace("gateway: g", "gateway: h"))
        .with(RecordingSet.MACHINE)
        .file("m.csv", "t,v,c")
        .file("lots.csv", "t,p1");

    Manifest manifest = set.read();

    assertThat(manifest.gateways()).containsExactly("g", "h");
    assertThat(manifest.of("g")).hasSize(2);
  }
}
