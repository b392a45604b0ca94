package io.nagare.edge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.edge.recording.Replay.TimeMode;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ReplayRulesTest {
  private static final long FIRST = Instant.parse("2020-03-09T10:00:00Z").toEpochMilli();
  private static final long NEWEST = FIRST + Duration.ofHours(2).toMillis();
  private static final long START = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();

  @Test
  void leavesOriginalTimesAlone() {
    assertThat(shift(OptionalDouble.of(60), TimeMode.ORIGINAL)).isZero();
  }

  @Test
  void putsTheNewestReadingAtTheStartWhenAllIsSentAtOnce() {
    assertThat(NEWEST + shift(OptionalDouble.empty(), TimeMode.NOW)).isEqualTo(START);
  }

  @Test
  void putsTheNewestReadingWhereTheReplayEnds() {
    assertThat(NEWEST + shift(OptionalDouble.of(60), TimeMode.NOW))
        .isEqualTo(START + Duration.ofMinutes(2).toMillis());
    assertThat(FIRST + shift(OptionalDouble.of(1), TimeMode.NOW)).isEqualTo(START);
  }

  @Property
  void neverSendsAReadingFromTheFuture(
      @ForAll @LongRange(min = 0, max = 7_200_000) long recorded,
      @ForAll @IntRange(min = 1, max = 1_000) int speed) {
    long shift = shift(OptionalDouble.of(speed), TimeMode.NOW);
    long sentAt = START + ReplayRules.replayMillis(recorded, OptionalDouble.of(speed));

    assertThat(FIRST + recorded + shift).isLessThanOrEqualTo(sentAt + 1);
  }

  @Test
  void measuresWhatWasReplayedByTheNewestTime() {
    ReplayPosition position =
        ReplayPosition.start(0)
            .afterRow(OptionalLong.of(10_000))
            .afterRow(OptionalLong.of(30_000))
            .afterRow(OptionalLong.empty())
            .afterRow(OptionalLong.of(5_000));

    assertThat(position.recordedMillis()).isEqualTo(20_000);
    assertThat(position.rows()).isEqualTo(4);
  }

  @Test
  void readsThePositionThatItWrote() {
    ReplayPosition started = ReplayPosition.start(-77);
    ReplayPosition later = started.afterRow(OptionalLong.of(-5)).nextFile();

    assertThat(ReplayPosition.parse(started.text())).isEqualTo(started);
    assertThat(ReplayPosition.parse(later.text())).isEqualTo(later);
  }

  private static long shift(OptionalDouble speed, TimeMode time) {
    return ReplayRules.shiftMillis(new Replay(speed, time), START, FIRST, NEWEST);
  }
}
