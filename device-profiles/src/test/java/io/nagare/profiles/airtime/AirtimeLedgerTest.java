package io.nagare.profiles.airtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AirtimeLedgerTest {
  private static final AirtimeKey OWN = new AirtimeKey("gateway-lora", "jp-920");
  private static final AirtimeKey SENSOR = new AirtimeKey("sensor 1", "eu-868-m");
  private static final long CHANNEL = 922_000_000;
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long NOON = 1_780_000_000L * SECOND;

  /** 920 MHz in Japan, listening for 5 ms; with the hour of the other mode. */
  private static final AirtimeLimits JAPAN = limits(4 * SECOND, 50_000, 360 * SECOND);

  @TempDir Path folder;

  @Test
  void grantsFourSecondsAndRefusesAMillisecondMore() throws IOException {
    assertThat(reserve(AirtimeLedger.inMemory(9), NOON, 4_001_000).breaches())
        .containsExactly(AirtimeBreach.TRANSMISSION_TOO_LONG);
    assertThat(reserve(AirtimeLedger.inMemory(9), NOON, 4_000_000).within()).isTrue();
  }

  @Test
  void refusesAPauseOf49Milliseconds() throws IOException {
    AirtimeLedger ledger = AirtimeLedger.inMemory(9);
    reserve(ledger, NOON, SECOND);

    assertThat(reserve(ledger, NOON + SECOND + 49_000, SECOND).breaches())
        .containsExactly(AirtimeBreach.PAUSE_TOO_SHORT);
    assertThat(reserve(ledger, NOON + SECOND + 50_000, SECOND).within()).isTrue();
  }

  @Test
  void refusesAMillisecondMoreThan360SecondsAnHour() throws IOException {
    AirtimeLedger ledger = AirtimeLedger.inMemory(9);
    for (int i = 0; i < 90; i++) {
      assertThat(reserve(ledger, NOON + i * 10 * SECOND, 4 * SECOND).within()).isTrue();
    }

    assertThat(reserve(ledger, NOON + 3000 * SECOND, 1_000).breaches())
        .containsExactly(AirtimeBreach.HOUR_EXCEEDED);
    assertThat(ledger.hourBefore(OWN, NOON + 3000 * SECOND).seenMicros()).isEqualTo(360 * SECOND);
    // Two hours later the hour is free again.
    assertThat(reserve(ledger, NOON + 2 * HOUR, 4 * SECOND).within()).isTrue();
  }

  @Test
  void looksAtTheHourFromBothSides() throws IOException {
    AirtimeLedger ledger = AirtimeLedger.inMemory(9);
    AirtimeLimits tenSeconds = limits(10 * SECOND, 0, 10 * SECOND);
    observe(ledger, NOON, 4 * SECOND, tenSeconds);
    observe(ledger, NOON + HOUR, 4 * SECOND, tenSeconds);

    // In the middle of both: the hours before and after hold 4 seconds each, and may hold 10.
    AirtimeVerdict between = observe(ledger, NOON + HOUR / 2, 4 * SECOND, tenSeconds);
    // Late news of an earlier time: the hour that begins with it holds 4 + 4 + 4.
    AirtimeVerdict late = observe(ledger, NOON + HOUR / 2 - 10 * SECOND, 4 * SECOND, tenSeconds);

    assertThat(between.within()).isTrue();
    assertThat(late.breaches()).containsExactly(AirtimeBreach.HOUR_EXCEEDED);
  }

  @Test
  void countsTheHourToTheMicrosecond() throws IOException {
    AirtimeLedger ledger = AirtimeLedger.inMemory(9);
    AirtimeLimits tenSeconds = limits(10 * SECOND, 0, 10 * SECOND);
    observe(ledger, NOON, 4 * SECOND, tenSeconds);
    observe(ledger, NOON + HOUR / 2, 4 * SECOND, tenSeconds);
    long lastEnd = NOON + HOUR + 2 * SECOND;

    // The hour that ends with it holds 2 of the first 4 seconds.
    assertThat(observe(ledger, lastEnd - 4 * SECOND, 4 * SECOND, tenSeconds).within()).isTrue();

    AirtimeLedger other = AirtimeLedger.inMemory(9);
    observe(other, NOON, 4 * SECOND, tenSeconds);
    observe(other, NOON + HOUR / 2, 4 * SECOND, tenSeconds);
    assertThat(observe(other, lastEnd - 4 * SECOND - 1, 4 * SECOND, tenSeconds).breaches())
        .containsExactly(AirtimeBreach.HOUR_EXCEEDED);
  }

  @Test
  void dwellsNoLongerThanAllowedOnAChannel() throws IOException {
    AirtimeLimits usa =
        new AirtimeLimits(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.of(400_000));
    AirtimeLedger ledger = AirtimeLedger.inMemory(99);
    ledger.reserve(OWN, CHANNEL, usa, new Transmission(NOON, 300_000));

    assertThat(
            ledger.reserve(OWN, CHANNEL, usa, new Transmission(NOON + SECOND, 100_001)).breaches())
        .containsExactly(AirtimeBreach.DWELL_EXCEEDED);
    assertThat(
            ledger
                .reserve(OWN, CHANNEL + 200_000, usa, new Transmission(NOON + SECOND, 400_000))
                .within())
        .isTrue();
    assertThat(
            ledger
                .reserve(OWN, CHANNEL, usa, new Transmission(NOON + 21 * SECOND, 400_000))
                .within())
        .isTrue();
  }

  @Test
  void aClockThatIsSetBackWinsNoTime() throws IOException {
    AirtimeLedger ledger = AirtimeLedger.inMemory(9);
    for (int i = 0; i < 90; i++) {
      reserve(ledger, NOON + i * 10 * SECOND, 4 * SECOND);
    }

    assertThat(reserve(ledger, NOON - 5 * HOUR, 1_000).within()).isFalse();
  }

  @Test
  void survivesARestart() throws IOException {
    Path file = folder.resolve("airtime.journal");
    try (AirtimeLedger ledger = AirtimeLedger.open(file, 99, NOON)) {
      for (int i = 0; i < 90; i++) {
        reserve(ledger, NOON + i * 10 * SECOND, 4 * SECOND);
      }
    }
    for (int restart = 0; restart < 3; restart++) {
      try (AirtimeLedger again = AirtimeLedger.open(file, 99, NOON + 1000 * SECOND)) {
        assertThat(again.hourBefore(OWN, NOON + 3000 * SECOND).seenMicros())
            .isEqualTo(360 * SECOND);
        assertThat(reserve(again, NOON + 3000 * SECOND, 1_000).within()).isFalse();
      }
    }
  }

  @Test
  void isOnDiskBeforeItIsGranted() throws IOException {
    Path file = folder.resolve("airtime.journal");
    AirtimeLedger ledger = AirtimeLedger.open(file, 99, NOON);
    reserve(ledger, NOON, SECOND);

    // Not closed: as after a crash.
    Path copy = folder.resolve("copy.journal");
    Files.copy(file, copy);
    ledger.close();
    try (AirtimeLedger again = AirtimeLedger.open(copy, 99, NOON)) {
      assertThat(again.hourBefore(OWN, NOON + SECOND).seenMicros()).isEqualTo(SECOND);
    }
  }

  @Test
  void dropsAnUnfinishedLineAndLocksAfterDamage() throws IOException {
    Path file = folder.resolve("airtime.journal");
    try (AirtimeLedger ledger = AirtimeLedger.open(file, 99, NOON)) {
      reserve(ledger, NOON, SECOND);
    }
    Files.writeString(file, "gateway-lora\tjp-9", StandardOpenOption.APPEND);
    try (AirtimeLedger torn = AirtimeLedger.open(file, 99, NOON + 10 * SECOND)) {
      assertThat(reserve(torn, NOON + 10 * SECOND, SECOND).within()).isTrue();
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, text.replaceFirst("seen", "sean"));
    try (AirtimeLedger damaged = AirtimeLedger.open(file, 99, NOON + 20 * SECOND)) {
      assertThat(reserve(damaged, NOON + 30 * SECOND, SECOND).breaches())
          .containsExactly(AirtimeBreach.HOUR_EXCEEDED);
      assertThat(reserve(damaged, NOON + HOUR + 21 * SECOND, SECOND).within()).isTrue();
    }
  }

  @Test
  void estimatesWhatWasMissedFromGapsInTheSequence() throws IOException {
    AirtimeLedger ledger = AirtimeLedger.inMemory(9);
    long[][] frames = {{0, 65_534}, {60, 65_535}, {120, 2}, {180, 3}};
    for (long[] frame : frames) {
      ledger.observe(
          SENSOR,
          CHANNEL,
          AirtimeLimits.NONE,
          new Transmission(NOON + frame[0] * SECOND, 100_000),
          OptionalLong.of(frame[1]),
          16);
    }

    AirtimeSum hour = ledger.hourBefore(SENSOR, NOON + 200 * SECOND);

    // 65535, then 0 and 1 missed, then 2.
    assertThat(hour.seenMicros()).isEqualTo(400_000);
    assertThat(hour.estimatedMicros()).isEqualTo(600_000);
  }

  @Test
  void doesNotTakeARestartOfTheDeviceForAGap() throws IOException {
    AirtimeLedger ledger = AirtimeLedger.inMemory(9);
    for (long sequence : new long[] {40_000, 1, 2}) {
      ledger.observe(
          SENSOR,
          CHANNEL,
          AirtimeLimits.NONE,
          new Transmission(NOON + sequence * 7 * SECOND / 10, 100_000),
          OptionalLong.of(sequence),
          16);
    }

    assertThat(ledger.hourBefore(SENSOR, NOON + 28_001 * SECOND).estimatedMicros())
        .isLessThanOrEqualTo(300_000);
  }

  @Test
  void countsOthersOnlyAsFarAsItHasRoom() throws IOException {
    AirtimeLedger ledger = AirtimeLedger.inMemory(2);
    for (String device : new String[] {"a", "b", "c"}) {
      ledger.observe(
          new AirtimeKey(device, "x"),
          CHANNEL,
          AirtimeLimits.NONE,
          new Transmission(NOON, 1_000),
          OptionalLong.empty(),
          16);
    }

    assertThat(ledger.keys()).isEqualTo(2);
    assertThat(ledger.untracked()).isEqualTo(1);
    assertThat(reserve(ledger, NOON, 1_000).breaches())
        .containsExactly(AirtimeBreach.HOUR_EXCEEDED);
    // Whoever was silent for two hours makes room.
    assertThat(
            ledger
                .observe(
                    new AirtimeKey("a", "x"),
                    CHANNEL,
                    AirtimeLimits.NONE,
                    new Transmission(NOON + 3 * HOUR, 1_000),
                    OptionalLong.empty(),
                    16)
                .within())
        .isTrue();
    assertThat(reserve(ledger, NOON + 3 * HOUR, 1_000).within()).isTrue();
  }

  @Test
  void holdsTenThousandBusyDevicesInAHeapOf64Mebibytes() throws Exception {
    Path output = folder.resolve("busy.txt");
    Process busy =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                BusyLedger.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(busy.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output)).contains("10000 keys");
    assertThat(busy.exitValue()).isZero();
  }

  private static AirtimeVerdict reserve(AirtimeLedger ledger, long start, long airtime)
      throws IOException {
    return ledger.reserve(OWN, CHANNEL, JAPAN, new Transmission(start, airtime));
  }

  private static AirtimeVerdict observe(
      AirtimeLedger ledger, long start, long airtime, AirtimeLimits limits) throws IOException {
    return ledger.observe(
        SENSOR, CHANNEL, limits, new Transmission(start, airtime), OptionalLong.empty(), 16);
  }

  private static AirtimeLimits limits(long transmission, long pause, long hour) {
    return new AirtimeLimits(
        OptionalLong.of(transmission),
        OptionalLong.of(pause),
        OptionalLong.of(hour),
        OptionalLong.empty());
  }
}
