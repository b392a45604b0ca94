package io.nagare.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.edge.admission.Admission;
import io.nagare.edge.admission.AdmissionRules;
import io.nagare.edge.admission.Reason;
import io.nagare.edge.reading.DeviceRegistry;
import io.nagare.edge.senml.SenmlFormat;
import io.nagare.edge.senml.SenmlReader;
import io.nagare.edge.senml.SenmlRecord;
import io.nagare.edge.settings.GatewaySettings;
import io.nagare.edge.settings.SettingsReader;
import io.nagare.edge.status.GatewayStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reference page says is what the gateway does. */
class GatewayReferenceTest {
  private static final Pattern PACK = Pattern.compile("-e '(\\[.*?])' ");

  @TempDir Path folder;

  private String page = "";

  @BeforeEach
  void readPage() throws IOException {
    page = Files.readString(Path.of("..", "..", "docs", "reference", "gateway.md"));
  }

  @Test
  void theSettingsAndThePacksOnThePageWork() throws Exception {
    Path file = folder.resolve("gateway.yaml");
    Files.writeString(file, block("yaml"));
    GatewaySettings settings = SettingsReader.read(file);
    DeviceRegistry devices = new DeviceRegistry(settings.devices());

    List<String> packs = PACK.matcher(page).results().map(found -> found.group(1)).toList();

    assertThat(packs).hasSize(2);
    for (String pack : packs) {
      for (SenmlRecord record :
          SenmlReader.read(SenmlFormat.JSON, pack.getBytes(StandardCharsets.UTF_8), 0)) {
        assertThat(AdmissionRules.admit(record, devices)).isInstanceOf(Admission.Admitted.class);
      }
    }
  }

  @Test
  void thePageNamesEveryReasonCode() {
    for (Reason reason : Reason.values()) {
      assertThat(page).contains("| `" + reason.code() + "` |");
    }
  }

  @Test
  void theStatusOnThePageHasTheFieldsOfTheStatus() throws Exception {
    ObjectMapper json = new ObjectMapper();
    JsonNode shown = json.readTree(block("json"));

    GatewayStatus status = json.treeToValue(shown, GatewayStatus.class);

    assertThat(json.readTree(json.writeValueAsString(status))).isEqualTo(shown);
  }

  private String block(String language) {
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }
}
