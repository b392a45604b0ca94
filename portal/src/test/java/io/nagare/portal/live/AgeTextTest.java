package io.nagare.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.portal.text.Language;
import io.nagare.portal.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTextTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0.4S, 0 s ago, 0秒前",
    "PT59.9S, 59 s ago, 59秒前",
    "PT2M13S, 2 min ago, 2分前",
    "PT59M59S, 59 min ago, 59分前",
    "PT5H, 5 h ago, 5時間前",
    "PT24H, 1 day ago, 1日前",
    "PT1439H, 59 days ago, 59日前",
    "P61D, 2 months ago, 2か月前",
    "P700D, 22 months ago, 22か月前",
    "P1827D, 5 years ago, 5年前",
    "PT-30S, 0 s ago, 0秒前",
    "PT-2M, clock is ahead, 時計が進んでいます"
  })
  void tellsAgesInWords(Duration age, String english, String japanese) {
    assertThat(in(Language.EN, age)).isEqualTo(english);
    assertThat(in(Language.JA, age)).isEqualTo(japanese);
  }

  @Test
  void saysWhenNothingWasEverHeard() {
    assertThat(AgeText.of(Optional.empty(), NOW, Messages.load(Language.EN)))
        .isEqualTo("never heard");
  }

  private static String in(Language language, Duration age) {
    return AgeText.of(Optional.of(NOW.minus(age)), NOW, Messages.load(language));
  }
}
