package io.nagare.profiles.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nagare.profiles.Certificate;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import io.nagare.profiles.interchange.RegisterComparison.Agreement;
import io.nagare.profiles.interchange.RegisterComparison.Point;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitekiRegisterTest {
  /** In the register's form; the words in it are made up, the limits are those of the facts. */
  static final String ANSWER =
      """
      {"gitekiInformation": {"totalCount": "1", "lastUpdateDate": "2026-01-01"},
       "giteki": [{"gitekiInfo": {"no": "1", "number": "211-251216", "date": "2025-12-16",
         "name": "Holder", "typeName": "Cap LoRa-1262", "radioEquipmentCode": "code",
         "elecWave": "Ｆ１Ｄ 922.0～923.4MHz(200kHz間隔8波) 0.0015～0.005W",
         "organName": "Body", "note": ""}}]}
      """;

  @TempDir Path answers;

  @Test
  void asksForTheBareNumber() {
    assertThat(GitekiRegister.question("🅁 211-251216"))
        .hasToString("https://www.tele.soumu.go.jp/giteki/list?OF=2&DC=1&SC=1&NUM=211-251216");
    assertThat(GitekiRegister.question("R 211-251216"))
        .isEqualTo(GitekiRegister.question("211-251216"));
  }

  @Test
  void findsRecordedAnswersOnly() throws IOException {
    write("211-251216", ANSWER);
    write("000-000000", "{\"gitekiInformation\": {\"totalCount\": \"0\"}}");
    GitekiRegister register = new GitekiRegister(answers);

    assertThat(register.find("211-251216").orElseThrow())
        .singleElement()
        .extracting(GitekiRegister.Row::body)
        .isEqualTo("Body");
    assertThat(register.find("000-000000").orElseThrow()).isEmpty();
    assertThat(register.find("999-999999")).isEmpty();
    assertThatThrownBy(() -> register.find("../secret")).hasMessageContaining("no certificate");
  }

  @Test
  void saysWhenAnAnswerIsNone() {
    assertThatThrownBy(() -> GitekiRegister.parse("<html>403</html>"))
        .hasMessageContaining("look like a browser");
    assertThatThrownBy(() -> GitekiRegister.parse("{\"errs\": {\"errPost\": \"ERR\"}}"))
        .hasMessageContaining("refused the question");
    assertThatThrownBy(() -> GitekiRegister.parse("{}")).hasMessageContaining("neither");
  }

  @Test
  void holdsAClaimAgainstTheRegister() throws IOException {
    Profile profile = ProfileLibrary.builtIn().find("m5stack/cap-lora-1262").orElseThrow();
    Certificate claim = profile.certificates().get(0);
    GitekiRegister.Row row = GitekiRegister.parse(ANSWER).get(0);

    assertThat(RegisterComparison.compare(profile, claim, row))
        .extracting(Point::field, Point::agreement)
        .containsExactly(
            tuple("number", Agreement.SAME),
            tuple("holder", Agreement.NOT_COMPARABLE),
            tuple("model", Agreement.SAME),
            tuple("frequencies", Agreement.SAME),
            tuple("power", Agreement.SAME));
  }

  @Test
  void showsWhereAClaimGoesBeyondTheRegister() throws IOException {
    Profile profile = ProfileLibrary.builtIn().find("m5stack/cap-lora-1262").orElseThrow();
    GitekiRegister.Row narrower =
        GitekiRegister.parse(
                ANSWER.replace("922.0～923.4MHz", "922.4～923.4MHz").replace("0.005W", "1mW"))
            .get(0);
    GitekiRegister.Row silent = GitekiRegister.parse(ANSWER.replaceAll("Ｆ１Ｄ.*W", "-")).get(0);

    List<Point> beyond =
        RegisterComparison.compare(profile, profile.certificates().get(0), narrower);
    List<Point> unreadable =
        RegisterComparison.compare(profile, profile.certificates().get(0), silent);

    assertThat(beyond.subList(3, 5)).extracting(Point::agreement).containsOnly(Agreement.DIFFERENT);
    assertThat(unreadable.subList(3, 5))
        .extracting(Point::agreement)
        .containsOnly(Agreement.NOT_COMPARABLE);
  }

  private void write(String number, String answer) throws IOException {
    Files.writeString(answers.resolve(number + ".json"), answer, StandardCharsets.UTF_8);
  }
}
