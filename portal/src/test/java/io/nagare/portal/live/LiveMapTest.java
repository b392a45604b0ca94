package io.nagare.portal.live;

import static io.nagare.portal.live.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveMapTest {
  private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void keepsTheNewestByEventTimeInWhateverOrderReadingsArrive() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(order, new Random(seed));
      LiveMap map = new LiveMap();
      order.forEach(i -> map.put(reading("s/g/d/m").value(i).at(TEN.plusSeconds(i)).build()));
      assertThat(map.snapshot().readings()).hasSize(1);
      assertThat(map.snapshot().readings().get(0).value()).hasValue(49);
    }
  }

  @Test
  void aDeathMarksTheValueAndALaterReadingRevivesIt() {
    LiveMap map = new LiveMap();
    map.put(reading("s/g/d/m").value(1).at(TEN).build());
    map.put(reading("s/g/d/m").value(1).at(TEN).dead().build());
    assertThat(only(map).sessionDead()).isTrue();
    map.put(reading("s/g/d/m").value(0.5).at(TEN.minusSeconds(60)).build());
    assertThat(only(map).sessionDead()).as("resent history tells that it lives").isFalse();
    assertThat(only(map).value()).as("but is not the newest").hasValue(1);
  }

  @Test
  void aRecordThatChangesNothingDoesNotCount() {
    LiveMap map = new LiveMap();
    map.put(reading("s/g/d/m").value(1).at(TEN).build());
    long revision = map.revision();
    map.put(reading("s/g/d/m").value(1).at(TEN).build());
    assertThat(map.revision()).isEqualTo(revision);
    map.remove(new SeriesKey("s", "g", "d", "m"));
    assertThat(map.revision()).isGreaterThan(revision);
    assertThat(map.snapshot().readings()).isEmpty();
  }

  private static LiveReading only(LiveMap map) {
    return map.snapshot().readings().get(0);
  }
}
