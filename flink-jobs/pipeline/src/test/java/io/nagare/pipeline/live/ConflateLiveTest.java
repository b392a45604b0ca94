package io.nagare.pipeline.live;

import static io.nagare.pipeline.reading.ReadingBuilder.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.pipeline.decode.SessionChange;
import io.nagare.pipeline.reading.TaggedReading;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConflateLiveTest {
  private final KeyedTwoInputStreamOperatorTestHarness<
          String, TaggedReading, SessionChange, LiveUpdate>
      harness = harness();

  @BeforeEach
  void open() throws Exception {
    harness.open();
    harness.setProcessingTime(0);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void sendsTheNewestOfManyReadingsOnceWithinTheDelay() throws Exception {
    send(reading().value(1).at("10:00:01").tagged());
    send(reading().value(3).at("10:00:03").tagged());
    send(reading().value(2).at("10:00:02").tagged());
    harness.setProcessingTime(199);
    assertThat(updates()).isEmpty();

    harness.setProcessingTime(200);

    assertThat(updates())
        .extracting(update -> update.newest().reading().value().number())
        .containsExactly(3.0);
    harness.setProcessingTime(10_000);
    assertThat(updates()).hasSize(1);
  }

  @Test
  void neverSendsAnOlderReadingAfterANewer() throws Exception {
    send(reading().value(3).at("10:00:03").tagged());
    harness.setProcessingTime(200);

    send(reading().value(2).at("10:00:02").tagged());
    harness.setProcessingTime(400);

    assertThat(updates()).hasSize(1);
  }

  @Test
  void marksEverySeriesOfADeadGateway() throws Exception {
    send(reading().device("m-1").position(1).tagged());
    send(reading().device("m-2").position(2).tagged());
    harness.setProcessingTime(200);

    change("", false, 3);
    harness.setProcessingTime(400);

    assertThat(updates().subList(2, 4)).extracting(LiveUpdate::online).containsOnly(false);
  }

  @Test
  void revivesADeviceWithItsBirthOnly() throws Exception {
    send(reading().device("m-1").position(1).tagged());
    send(reading().device("m-2").position(2).tagged());
    change("", false, 3);
    change("m-1", true, 5);
    harness.setProcessingTime(200);

    assertThat(updates())
        .extracting(update -> update.newest().reading().placement().device(), LiveUpdate::online)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("m-1", true),
            org.assertj.core.groups.Tuple.tuple("m-2", false));
  }

  @Test
  void doesNotLetADeathOvertakeALaterReading() throws Exception {
    send(reading().position(9).tagged());
    change("", false, 3);
    harness.setProcessingTime(200);

    assertThat(updates()).extracting(LiveUpdate::online).containsExactly(true);
  }

  private void send(TaggedReading reading) throws Exception {
    harness.processElement1(reading, 0);
  }

  private void change(String device, boolean online, long position) throws Exception {
    harness.processElement2(new SessionChange("site-1", "gateway-1", device, online, position), 0);
  }

  private List<LiveUpdate> updates() {
    return harness.extractOutputValues();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, TaggedReading, SessionChange, LiveUpdate>
      harness() {
    try {
      return new KeyedTwoInputStreamOperatorTestHarness<>(
          new KeyedCoProcessOperator<>(new ConflateLive()),
          TaggedReading::gatewayKey,
          SessionChange::gatewayKey,
          Types.STRING);
    } catch (Exception broken) {
      throw new AssertionError("the harness cannot be made", broken);
    }
  }
}
