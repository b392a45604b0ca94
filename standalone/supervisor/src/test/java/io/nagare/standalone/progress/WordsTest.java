package io.nagare.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void aDeathIsToldWithItsCauseAndHowOftenItHappened() {
    assertThat(Words.died("bridge", "signal 9", 1))
        .isEqualTo("bridge died (signal 9): started again");
    assertThat(Words.died("bridge", "signal 9", 2))
        .isEqualTo("bridge died (signal 9): started again, 2nd time");
  }

  @Test
  void aProcessThatIsGivenUpShowsWhatItWroteLast() {
    assertThat(Words.gaveUp("kafka", "exit 1", List.of("disk full")))
        .containsExactly(
            "kafka died 5 times within 60 s (last: exit 1) and is given up; it wrote last:",
            "  | disk full");
  }

  @Test
  void ordinalsAreEnglish() {
    assertThat(List.of(1, 2, 3, 4, 11, 12, 13, 21, 102).stream().map(Words::ordinal))
        .containsExactly("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd");
  }
}
