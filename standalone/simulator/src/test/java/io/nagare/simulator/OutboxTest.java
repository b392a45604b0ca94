package io.nagare.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OutboxTest {
  @Test
  void sendsOneReportOfADeviceAtATime() {
    Outbox outbox = new Outbox(10);
    outbox.add(report("a", 1));
    outbox.add(report("a", 2));
    Report first = outbox.take().orElseThrow();

    assertThat(outbox.take()).isEmpty();
    outbox.done(first);
    assertThat(outbox.take()).contains(report("a", 2));
  }

  @Test
  void sendsAReportAgainBeforeTheNextOfItsDevice() {
    Outbox outbox = new Outbox(10);
    outbox.add(report("a", 1));
    outbox.add(report("a", 2));
    outbox.again(outbox.take().orElseThrow());

    assertThat(outbox.take()).contains(report("a", 1));
  }

  @Test
  void givesUpTheOldestWhenTheDeviceIsFull() {
    Outbox outbox = new Outbox(2);
    outbox.add(report("a", 1));
    outbox.add(report("a", 2));
    outbox.add(report("a", 3));

    assertThat(outbox.dropped()).isEqualTo(1);
    assertThat(outbox.take()).contains(report("a", 2));
  }

  @Property
  void keepsTheOrderOfEachDeviceAndLosesNothingHoweverOftenItTriesAgain(@ForAll long seed) {
    Random random = new Random(seed);
    Outbox outbox = new Outbox(1_000);
    List<Report> onTheWay = new ArrayList<>();
    Map<String, List<Long>> delivered = new HashMap<>();
    int added = 0;
    while (added < 200 || outbox.waiting() + outbox.onTheWay() > 0) {
      if (added < 200 && random.nextBoolean()) {
        outbox.add(report("device-" + random.nextInt(5), added++));
      }
      Optional<Report> next = outbox.take();
      next.ifPresent(onTheWay::add);
      if (!onTheWay.isEmpty() && random.nextBoolean()) {
        Report answered = onTheWay.remove(random.nextInt(onTheWay.size()));
        if (random.nextInt(3) == 0) {
          outbox.again(answered);
        } else {
          delivered
              .computeIfAbsent(answered.device(), device -> new ArrayList<>())
              .add(answered.timeMillis());
          outbox.done(answered);
        }
      }
    }

    assertThat(delivered.values()).allSatisfy(times -> assertThat(times).isSorted());
    assertThat(delivered.values().stream().mapToInt(List::size).sum()).isEqualTo(200);
  }

  private static Report report(String device, long time) {
    return new Report(device, time, List.of(new Reading.OfBoolean("occupied", true)));
  }
}
