package io.nagare.profiles.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.ProfileLibrary;
import io.nagare.profiles.radio.Admission;
import io.nagare.profiles.radio.RadioLaw;
import io.nagare.profiles.radio.ReasonTexts;
import io.nagare.profiles.site.Checklist.Item;
import io.nagare.profiles.site.Checklist.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecklistTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final String PLAZA =
      """
      site: {id: plaza, title: {en: Plaza, ja: 広場}, country: JP, placement: outdoor, public: true, place: road, manager: Road department}
      devices:
        - {id: bay-1, profile: generic/parking-bay}
        - {id: beacon-1, profile: wireless/ble-beacon}
        - {id: lora-1, profile: m5stack/cap-lora-1262, frequency_mhz: 922.0, power_mw: 5}
      permits:
        - {kind: road-occupancy, number: "no. 12", until: 2027-03-31}
        - {kind: road-use, number: "no. 7", until: 2026-06-30}
      """;

  @TempDir Path folder;

  @Test
  void showsWhatIsDoneAndWhatIsOpen() throws Exception {
    Checklist checklist = drawUp(PLAZA);

    assertThat(checklist.settled()).isFalse();
    assertThat(state(checklist, "permit.road-occupancy")).isEqualTo(State.DONE);
    assertThat(state(checklist, "permit.park-occupancy")).isEqualTo(State.NOT_NEEDED);
    assertThat(state(checklist, "ordinance.checked")).isEqualTo(State.OPEN);
    assertThat(state(checklist, "radio.device.bay-1")).isEqualTo(State.DONE);
    assertThat(state(checklist, "radio.device.lora-1")).isEqualTo(State.DONE);
    assertThat(state(checklist, "radio.device.beacon-1")).isEqualTo(State.OPEN);
    assertThat(state(checklist, "notice.posted")).isEqualTo(State.OPEN);
    assertThat(state(checklist, "notice.never-accepted")).isEqualTo(State.DONE);
  }

  @Test
  void remindsOfAPermitThatEndsSoon() throws Exception {
    Item roadUse = item(drawUp(PLAZA), "permit.road-use");

    assertThat(roadUse.state()).isEqualTo(State.OPEN);
    assertThat(roadUse.text().en()).contains("until 2026-06-30: renew now");
  }

  @Test
  void namesWhatIsMeasuredAboutPersons() throws Exception {
    assertThat(item(drawUp(PLAZA), "notice.posted").text().en())
        .contains("wireless/ble-beacon rssi (identifier)");
  }

  @Test
  void aSiteWithEverythingIsSettled() throws Exception {
    Checklist checklist =
        drawUp(
            """
            site: {id: hall, country: JP, placement: indoor, place: building, manager: Owner}
            devices: [{id: machine-1, profile: generic/machine-monitor}]
            permits: [{kind: manager-consent, number: "letter of 2026-05-01"}]
            """);

    assertThat(checklist.items()).allMatch(item -> item.state() != State.OPEN);
    assertThat(checklist.settled()).isTrue();
  }

  @Test
  void saysEverythingThatIsWrongWithASite() {
    assertThatThrownBy(
            () ->
                drawUp(
                    """
                    site: {id: x, country: Japan, place: moon}
                    permits: [{kind: road-use}]
                    devices: [{profile: x}]
                    """))
        .isInstanceOf(InvalidFiles.class)
        .hasMessageContaining("site.country")
        .hasMessageContaining("site.place")
        .hasMessageContaining("permits[0].number")
        .hasMessageContaining("devices[0].id");
  }

  private Checklist drawUp(String text) throws InvalidFiles, IOException {
    Path file = folder.resolve("site.yaml");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return new ChecklistRules(
            ProfileLibrary.builtIn(), new Admission(RadioLaw.builtIn()), ReasonTexts.builtIn())
        .drawUp(SiteFileReader.read(file), TODAY);
  }

  private static Item item(Checklist checklist, String id) {
    return checklist.items().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private static State state(Checklist checklist, String id) {
    return item(checklist, id).state();
  }
}
