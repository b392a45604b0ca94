package io.nagare.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveReadingJsonTest {
  @Test
  void readsARecordOfTheTopic() {
    LiveReading reading =
        parse(
            """
            {"site":"demo-site","gateway":"parking-gw","device":"lot-1","name":"駅前駐車場",
             "kind":"parking","area":"駅前","asset":null,"capacity":200,
             "profile":"generic/parking-lot-counter@1","measurement":"free_spaces","unit":"1",
             "value":42.0,"text":null,"flag":1,"eventTime":"2026-11-23T10:00:00.123Z",
             "receivedAt":"2026-11-23T10:00:01Z","maxPeriodMillis":900000,"session":"online"}\
            """);
    assertThat(reading.key().text()).isEqualTo("demo-site/parking-gw/lot-1/free_spaces");
    assertThat(reading.name()).isEqualTo("駅前駐車場");
    assertThat(reading.asset()).isEmpty();
    assertThat(reading.capacity()).hasValue(200);
    assertThat(reading.value()).hasValue(42);
    assertThat(reading.text()).isEmpty();
    assertThat(reading.eventTime()).contains(Instant.parse("2026-11-23T10:00:00.123Z"));
    assertThat(reading.maxPeriod()).isEqualTo(Duration.ofMinutes(15));
    assertThat(reading.sessionDead()).isFalse();
  }

  @Test
  void aSeriesThatHasNoValueYetIsUnknownAndNotZero() {
    LiveReading reading =
        parse(
            """
            {"site":"s","gateway":"g","device":"d","measurement":"m","value":null,"text":null,
             "eventTime":null,"session":"dead"}\
            """);
    assertThat(reading.hasValue()).isFalse();
    assertThat(reading.name()).as("a device without a name is called by its id").isEqualTo("d");
    assertThat(reading.sessionDead()).isTrue();
  }

  @Test
  void takesTrueAndFalseAsOneAndZero() {
    assertThat(
            parse(
                    "{\"site\":\"s\",\"gateway\":\"g\",\"device\":\"d\",\"measurement\":\"m\",\"value\":true}")
                .value())
        .hasValue(1);
  }

  @Test
  void skipsWhatIsNoLiveReading() {
    for (String broken :
        new String[] {
          "",
          "{",
          "[]",
          "7",
          "{\"site\":\"s\"}",
          "{\"site\":\"s\",\"device\":\"d\",\"measurement\":\"m\",\"eventTime\":\"yesterday\"}"
        }) {
      assertThat(LiveReadingJson.parse(broken.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
  }

  private static LiveReading parse(String json) {
    return LiveReadingJson.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
