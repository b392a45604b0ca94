package io.nagare.profiles.airtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AirtimeHistoryPropertyTest {
  private static final long WINDOW = 10_000;

  @Property(tries = 500)
  void theTrueSumLiesBetweenTheLeastAndTheMost(
      @ForAll("transmissions") List<Transmission> sent, @ForAll("starts") long from) {
    AirtimeHistory history = new AirtimeHistory();
    sent.forEach(history::add);
    long exact = sum(sent, from, from + WINDOW);

    assertThat(history.atLeast(from, from + WINDOW)).isLessThanOrEqualTo(exact);
    assertThat(history.atMost(from, from + WINDOW)).isGreaterThanOrEqualTo(exact);
    if (sent.size() <= AirtimeHistory.MOST) {
      assertThat(history.atLeast(from, from + WINDOW)).isEqualTo(exact);
      assertThat(history.atMost(from, from + WINDOW)).isEqualTo(exact);
    }
  }

  @Property(tries = 1000)
  void noWindowIsFullerThanTheFullest(
      @ForAll("transmissions") List<Transmission> sent, @ForAll("starts") long from) {
    Transmission next = new Transmission(from, 40);
    AirtimeHistory history = new AirtimeHistory();
    List<Transmission> others = new ArrayList<>();
    for (Transmission one : sent) {
      boolean apart =
          one.endMicros() <= next.startMicros() || one.startMicros() >= next.endMicros();
      if (apart) {
        history.add(one);
        others.add(one);
      }
    }
    others.add(next);
    long fullest = history.fullestWindow(next, WINDOW, true);

    for (long start = next.endMicros() - WINDOW; start <= next.startMicros(); start += 13) {
      assertThat(sum(others, start, start + WINDOW)).isLessThanOrEqualTo(fullest);
    }
  }

  @Provide
  Arbitrary<List<Transmission>> transmissions() {
    return Arbitraries.integers()
        .between(0, 900)
        .tuple2()
        .list()
        .ofMaxSize(200)
        .map(AirtimeHistoryPropertyTest::oneAfterTheOther);
  }

  @Provide
  Arbitrary<Long> starts() {
    return Arbitraries.longs().between(0, 100_000);
  }

  private static List<Transmission> oneAfterTheOther(
      List<net.jqwik.api.Tuple.Tuple2<Integer, Integer>> gapsAndLengths) {
    List<Transmission> sent = new ArrayList<>();
    long at = 0;
    for (var gapAndLength : gapsAndLengths) {
      at += gapAndLength.get1() + 1;
      sent.add(new Transmission(at, gapAndLength.get2() / 10 + 1));
      at += gapAndLength.get2() / 10 + 1;
    }
    return sent;
  }

  private static long sum(List<Transmission> sent, long from, long to) {
    long sum = 0;
    for (Transmission one : sent) {
      sum += Math.max(0, Math.min(one.endMicros(), to) - Math.max(one.startMicros(), from));
    }
    return sum;
  }
}
