package io.nagare.edge.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @ParameterizedTest
  @CsvSource({
    "2025-06-08T00:15:01+00:00, 2025-06-08T00:15:01Z",
    "2025-06-08T00:15:01Z, 2025-06-08T00:15:01Z",
    "2025-06-08 00:15:01+0200, 2025-06-07T22:15:01Z",
    "2025-06-08T00:15:01.250+02, 2025-06-07T22:15:01.250Z",
    "2025-06-08T09:15:01, 2025-06-08T00:15:01Z",
    "2025-06-08 09:15, 2025-06-08T00:15:00Z",
    "2025-06-08, 2025-06-07T15:00:00Z",
  })
  void readsIsoTimesWithAndWithoutOffset(String text, Instant expected) {
    assertThat(read("iso", text)).hasValue(expected.toEpochMilli());
  }

  @Test
  void takesTheFirstPatternThatFits() {
    TimeReader times = TimeReader.of(List.of("M-d-yyyy H:mm:ss", "M-d-yy H:mm"), ZoneId.of("UTC"));

    assertThat(times.read("10-18-2016 11:15:21"))
        .hasValue(Instant.parse("2016-10-18T11:15:21Z").toEpochMilli());
    assertThat(times.read("4-9-16 9:07"))
        .hasValue(Instant.parse("2016-04-09T09:07:00Z").toEpochMilli());
    assertThat(times.read("18-10-2016 11:15:21")).isEmpty();
  }

  @Test
  void readsLocalTimesInTheirZone() {
    assertThat(read("yyyy-MM-dd HH:mm:ss", "2020-03-09 10:14:33"))
        .hasValue(Instant.parse("2020-03-09T01:14:33Z").toEpochMilli());
  }

  @Test
  void readsEpochs() {
    assertThat(read("epoch-seconds", "1583720073.25")).hasValue(1583720073250L);
    assertThat(read("epoch-millis", "1583720073250")).hasValue(1583720073250L);
    assertThat(read("epoch-seconds", "soon")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-02-29 10:00:00", "2020-04-31 10:00:00", "2020-01-01 24:01:00", ""})
  void doesNotBendTimesThatDoNotExist(String text) {
    assertThat(read("yyyy-MM-dd HH:mm:ss", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"YYYY-MM-dd", "yyyy-MM-DD", "HH:mm:ss", "yyyy-MM-dd hh:mm", "bogus", "'"})
  void refusesPatternsThatCannotSayATime(String pattern) {
    assertThatThrownBy(() -> TimeReader.of(List.of(pattern), TOKYO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OptionalLong read(String pattern, String text) {
    return TimeReader.of(List.of(pattern), TOKYO).read(text);
  }
}
