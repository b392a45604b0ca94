package io.nagare.profiles.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionLogTest {
  private static final Instant NOW = Instant.parse("2026-06-01T03:00:00Z");

  @TempDir Path folder;

  @Test
  void aLogThatNobodyTouchedIsIntact() throws Exception {
    String head = write(3);

    ChainCheck check = DecisionLog.verify(file());

    assertThat(check.intact()).isTrue();
    assertThat(check.entries()).isEqualTo(3);
    assertThat(check.head()).isEqualTo(head);
    assertThat(check.latestDay()).contains(LocalDate.of(2026, 6, 1));
  }

  @Test
  void goesOnAfterARestart() throws Exception {
    write(2);
    write(2);

    assertThat(DecisionLog.verify(file()).entries()).isEqualTo(4);
  }

  @Test
  void showsEveryChangeOfAnEntry() throws Exception {
    write(3);
    List<String> lines = Files.readAllLines(file(), StandardCharsets.UTF_8);
    for (int i = 0; i < 3; i++) {
      List<String> changed = new ArrayList<>(lines);
      changed.set(i, changed.get(i).replace("refused", "admitted"));
      rewrite(changed);

      ChainCheck check = DecisionLog.verify(file());

      assertThat(check.problem().orElseThrow().line()).isEqualTo(i + 1);
      assertThat(check.problem().orElseThrow().what()).contains("was changed");
    }
  }

  @Test
  void showsARemovedAMovedAndAnAddedEntry() throws Exception {
    write(3);
    List<String> lines = Files.readAllLines(file(), StandardCharsets.UTF_8);

    rewrite(List.of(lines.get(0), lines.get(2)));
    assertThat(DecisionLog.verify(file()).problem().orElseThrow().line()).isEqualTo(2);
    rewrite(List.of(lines.get(1), lines.get(0), lines.get(2)));
    assertThat(DecisionLog.verify(file()).problem().orElseThrow().line()).isEqualTo(1);
    rewrite(List.of(lines.get(0), lines.get(0), lines.get(1), lines.get(2)));
    assertThat(DecisionLog.verify(file()).problem().orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void showsThatTheEndIsMissing() throws Exception {
    write(3);
    List<String> lines = Files.readAllLines(file(), StandardCharsets.UTF_8);
    rewrite(lines.subList(0, 1));

    assertThat(DecisionLog.verify(file()).problem().orElseThrow().what())
        .isEqualTo("2 entries are missing at the end");
    assertThatThrownBy(() -> open().close())
        .isInstanceOf(BrokenChain.class)
        .hasMessageContaining("start a new log");
  }

  @Test
  void cutsOffWhatACrashLeftUnfinished() throws Exception {
    write(2);
    Files.writeString(file(), "{\"seq\":3,\"at\":", StandardOpenOption.APPEND);

    assertThat(DecisionLog.verify(file()).problem().orElseThrow().torn()).isTrue();
    write(1);
    assertThat(DecisionLog.verify(file()).entries()).isEqualTo(3);
  }

  @Test
  void aCrashBetweenTheEntryAndItsHeadIsNoBreak() throws Exception {
    write(2);
    byte[] head = Files.readAllBytes(folder.resolve("decisions.log.head"));
    write(1);
    Files.write(folder.resolve("decisions.log.head"), head);

    assertThat(DecisionLog.verify(file()).intact()).isTrue();
  }

  @Test
  void keepsTheLatestDayWhenTheClockIsSetBack() throws Exception {
    write(1);
    Clock earlier = Clock.fixed(NOW.minusSeconds(40L * 86_400), ZoneOffset.UTC);
    try (DecisionLog log = DecisionLog.open(file(), earlier, ZoneOffset.UTC)) {
      log.append(entry(7));
      assertThat(log.latestDay()).contains(LocalDate.of(2026, 6, 1));
    }
    assertThat(DecisionLog.verify(file()).latestDay()).contains(LocalDate.of(2026, 6, 1));
  }

  @Test
  void survivesNamesWithQuotesAndJapanese() throws Exception {
    try (DecisionLog log = open()) {
      log.append(new DecisionEntry("enrolment", "駐車場 \"1\"\n", "a/b@1", "refused", List.of("x")));
    }

    assertThat(DecisionLog.verify(file()).entries()).isEqualTo(1);
  }

  private String write(int entries) throws IOException, BrokenChain {
    try (DecisionLog log = open()) {
      for (int i = 0; i < entries; i++) {
        log.append(entry(i));
      }
      return log.head();
    }
  }

  private DecisionLog open() throws IOException, BrokenChain {
    return DecisionLog.open(file(), Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);
  }

  private static DecisionEntry entry(int number) {
    return new DecisionEntry(
        "enrolment",
        "device-" + number,
        "generic/room-climate@1",
        "refused",
        List.of("certificate.missing", "power.above-law@jp-920@1"));
  }

  private void rewrite(List<String> lines) throws IOException {
    Files.writeString(file(), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }

  private Path file() {
    return folder.resolve("decisions.log");
  }
}
