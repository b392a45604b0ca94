package io.nagare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.profiles.radio.Jurisdiction;
import io.nagare.profiles.radio.RadioLaw;
import io.nagare.profiles.radio.RadioRule;
import io.nagare.profiles.radio.ReasonCode;
import io.nagare.profiles.site.SiteFileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("\"([a-z_]+)\": \\{");

  @TempDir Path folder;

  @Test
  void theReferenceNamesEveryCodeAndEveryRule() throws IOException {
    String page = read("reference/radio-rules.md");

    for (ReasonCode code : ReasonCode.values()) {
      assertThat(page).contains("`" + code.code() + "`");
    }
    for (Jurisdiction jurisdiction : RadioLaw.builtIn().jurisdictions()) {
      for (RadioRule rule : jurisdiction.rules()) {
        assertThat(page).contains("`" + rule.id() + "`");
      }
    }
  }

  @Test
  void theReferenceNamesEveryKeyOfAProfile() throws IOException {
    String page = read("reference/profiles.md");
    Matcher key =
        KEY.matcher(
            Files.readString(Path.of("src/main/resources/schema/device-profile.schema.json")));

    while (key.find()) {
      boolean ofSchema =
          List.of("properties", "items", "if", "then", "else", "not").contains(key.group(1));
      assertThat(ofSchema || page.contains("`" + key.group(1) + "`")).as(key.group(1)).isTrue();
    }
  }

  @Test
  void everyProfileOfThePagesIsOneThatChecks() throws Exception {
    List<Path> profiles = new ArrayList<>();
    for (String block : blocks("how-to/add-a-device.md")) {
      Path file = folder.resolve("profile-" + profiles.size() + ".yaml");
      Files.writeString(file, block, StandardCharsets.UTF_8);
      profiles.add(file);
    }

    assertThat(profiles).isNotEmpty();
    for (Path file : profiles) {
      assertThat(ProfileLibrary.check(List.of(file)).problems()).isEmpty();
    }
  }

  @Test
  void everySiteOfThePagesIsOneThatReads() throws Exception {
    for (String block : blocks("how-to/public-space-checklist.md")) {
      Path file = folder.resolve("site.yaml");
      Files.writeString(file, block, StandardCharsets.UTF_8);

      assertThat(SiteFileReader.read(file).devices()).isNotEmpty();
    }
  }

  private static List<String> blocks(String page) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher block = YAML_BLOCK.matcher(read(page));
    while (block.find()) {
      blocks.add(block.group(1));
    }
    assertThat(blocks).isNotEmpty();
    return blocks;
  }

  private static String read(String page) throws IOException {
    return Files.readString(DOCS.resolve(page), StandardCharsets.UTF_8);
  }
}
