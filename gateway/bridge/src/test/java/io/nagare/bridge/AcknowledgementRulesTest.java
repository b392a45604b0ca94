package io.nagare.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.sparkplug.SpoolBatch;
import io.nagare.sparkplug.SpoolCommitted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AcknowledgementRulesTest {
  private static final long EPOCH = 7;
  private static final long OTHER_EPOCH = 8;

  private final AcknowledgementRules rules =
      new AcknowledgementRules(new AcknowledgementRules.Pace(20, 3_000, 5_000));

  @Test
  void saysNothingBeforeTheBirth() {
    deliver(0, 10);

    assertThat(rules.receiptDue(10_000)).isEmpty();
  }

  @Test
  void startsAtWhatTheBirthSays() {
    born(50, 0);
    deliver(50, 60);

    assertThat(rules.receiptDue(1)).contains(new SpoolCommitted(EPOCH, 60));
  }

  @Test
  void countsWhatWasDeliveredBeforeTheBirthArrived() {
    deliver(50, 60);
    born(50, 0);

    assertThat(rules.receiptDue(1)).contains(new SpoolCommitted(EPOCH, 60));
  }

  @Test
  void neverFallsBackWhenABirthRepeatsAnOlderFloor() {
    born(0, 0);
    deliver(0, 100);
    born(40, 10);

    assertThat(rules.receiptDue(11)).contains(new SpoolCommitted(EPOCH, 100));
  }

  @Test
  void tellsAtOnceWhenNothingIsInFlight() {
    born(0, 0);
    deliver(0, 1);
    assertThat(rules.receiptDue(1)).isPresent();
    deliver(1, 2);
    assertThat(rules.receiptDue(1)).contains(new SpoolCommitted(EPOCH, 2));
  }

  @Test
  void waitsTwentyMillisecondsBetweenReceiptsWhileMoreIsInFlight() {
    born(0, 0);
    rules.sent();
    deliver(0, 1);

    assertThat(rules.receiptDue(19)).isEmpty();
    assertThat(rules.receiptDue(20)).contains(new SpoolCommitted(EPOCH, 1));
  }

  @Test
  void repeatsTheReceiptWhileTheGatewayIsThere() {
    born(5, 0);
    assertThat(rules.receiptDue(2_999)).isEmpty();
    assertThat(rules.receiptDue(3_000)).contains(new SpoolCommitted(EPOCH, 5));

    rules.died(OptionalLong.of(1));
    assertThat(rules.receiptDue(9_000)).isEmpty();
  }

  @Test
  void ignoresTheDeathOfAnEarlierConnection() {
    born(5, 0);
    rules.died(OptionalLong.of(0));

    assertThat(rules.online()).isTrue();
  }

  @Test
  void leavesAFailedMessageUnacknowledged() {
    born(0, 0);
    rules.sent();
    rules.failed();
    deliver(10, 20);

    assertThat(rules.receiptDue(20)).isEmpty();
  }

  @Test
  void startsAgainWithANewSpool() {
    born(0, 0);
    deliver(0, 100);
    rules.born(Optional.of(new SpoolCommitted(OTHER_EPOCH, 0)), 0, OptionalLong.of(2), 10);
    deliver(100, 110);

    assertThat(rules.receiptDue(11)).isEmpty();
    assertThat(rules.receiptDue(3_010)).contains(new SpoolCommitted(OTHER_EPOCH, 0));
  }

  @Test
  void asksForBirthsOnceAndThenOnlyAtTheirPace() {
    rules.received(17, batch(0, 1));
    assertThat(rules.rebirthDue(0)).isTrue();
    rules.received(18, batch(1, 2));
    assertThat(rules.rebirthDue(4_999)).isFalse();
    assertThat(rules.rebirthDue(5_000)).isTrue();
  }

  @Test
  void asksForBirthsWhenAMessageIsMissing() {
    born(0, 0);
    rules.received(1, batch(0, 1));
    assertThat(rules.rebirthDue(1)).isFalse();
    rules.received(3, batch(1, 2));
    assertThat(rules.rebirthDue(2)).isTrue();
  }

  @Test
  void knowsThatSequenceNumbersStartAgainAfter255() {
    rules.born(Optional.of(new SpoolCommitted(EPOCH, 0)), 255, OptionalLong.of(1), 0);
    rules.received(0, batch(0, 1));

    assertThat(rules.rebirthDue(1)).isFalse();
  }

  @Test
  void asksForBirthsWhenReadingsBelongToAnotherSpool() {
    rules.born(Optional.of(new SpoolCommitted(OTHER_EPOCH, 0)), 0, OptionalLong.of(1), 0);
    rules.received(1, batch(0, 1));

    assertThat(rules.rebirthDue(1)).isTrue();
  }

  @Property
  void neverAcknowledgesWhatKafkaDoesNotHold(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int messages) {
    Random random = new Random(seed);
    long base = random.nextInt(100);
    AcknowledgementRules gateway = new AcknowledgementRules(new AcknowledgementRules.Pace(0, 1, 1));
    BitSet inKafka = new BitSet();
    inKafka.set(0, (int) base);
    int birthAt = random.nextInt(messages);

    int step = 0;
    for (SpoolBatch message : shuffledBatches(base, messages, random)) {
      if (step++ == birthAt) {
        gateway.born(Optional.of(new SpoolCommitted(EPOCH, base)), 0, OptionalLong.empty(), step);
      }
      gateway.sent();
      if (random.nextInt(10) == 0) {
        gateway.failed();
      } else {
        gateway.delivered(Optional.of(message));
        for (long offset : message.offsets()) {
          inKafka.set((int) offset);
        }
      }
      gateway
          .receiptDue(step)
          .ifPresent(
              receipt ->
                  assertThat(receipt.committed())
                      .isLessThanOrEqualTo(inKafka.nextClearBit(0))
                      .isGreaterThanOrEqualTo(base));
    }
    assertThat(gateway.acknowledged()).contains(new SpoolCommitted(EPOCH, inKafka.nextClearBit(0)));
  }

  /** The offsets from {@code base} on, dealt to messages as devices do, in any order. */
  private static List<SpoolBatch> shuffledBatches(long base, int messages, Random random) {
    List<List<Long>> dealt = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      dealt.add(new ArrayList<>(List.of(base + i)));
    }
    for (int i = 0; i < messages * 3; i++) {
      dealt.get(random.nextInt(messages)).add(base + messages + i);
    }
    List<SpoolBatch> batches = new ArrayList<>();
    for (List<Long> offsets : dealt) {
      batches.add(new SpoolBatch(EPOCH, offsets.stream().mapToLong(Long::longValue).toArray()));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  private void born(long committed, long now) {
    rules.born(Optional.of(new SpoolCommitted(EPOCH, committed)), 0, OptionalLong.of(1), now);
  }

  private void deliver(long from, long to) {
    rules.sent();
    rules.delivered(batch(from, to));
  }

  private static Optional<SpoolBatch> batch(long from, long to) {
    return Optional.of(new SpoolBatch(EPOCH, LongStream.range(from, to).toArray()));
  }
}
