package io.nagare.portal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
    Messages english = Messages.load(Language.EN);
    Messages japanese = Messages.load(Language.JA);
    assertThat(japanese.keys()).isEqualTo(english.keys());
    for (String key : english.keys()) {
      if (!key.startsWith("age.") && !key.endsWith(".device")) {
        assertThat(places(japanese.text(key))).as(key).isEqualTo(places(english.text(key)));
      }
    }
  }

  @Test
  void choosesTheFirstLanguageThatABrowserAsksFor() {
    assertThat(Language.accepted("ja-JP,ja;q=0.9,en;q=0.8")).isEqualTo(Language.JA);
    assertThat(Language.accepted("de, en;q=0.5, ja;q=0.4")).isEqualTo(Language.EN);
    assertThat(Language.accepted("fr, ja;q=0.1")).isEqualTo(Language.JA);
    assertThat(Language.accepted("")).isEqualTo(Language.EN);
    assertThat(Language.accepted(";;q=x")).isEqualTo(Language.EN);
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(match -> match.group()).sorted().toList();
  }
}
