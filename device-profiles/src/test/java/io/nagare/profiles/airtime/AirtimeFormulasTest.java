package io.nagare.profiles.airtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AirtimeFormulasTest {

  @ParameterizedTest
  @CsvSource({"7,13,46336", "10,24,370688", "12,24,1482752", "12,255,9019392"})
  void loraFramesTakeTheTimeOfTheGoldenValues(int spreadingFactor, int bytes, long micros) {
    assertThat(LoraFrame.uplink(spreadingFactor, 125_000, bytes).airtimeMicros()).isEqualTo(micros);
  }

  @ParameterizedTest
  @CsvSource({"8,400000,138", "9,400000,66", "10,400000,24", "12,400000,-1", "12,4000000,100"})
  void knowsTheLargestPayloadOfATime(int spreadingFactor, long limit, int bytes) {
    assertThat(LoraFrame.uplink(spreadingFactor, 125_000, 0).largestPayload(limit))
        .isEqualTo(bytes);
  }

  @Test
  void optimisesForLowDataRatesFrom16MillisecondsASymbolOn() {
    assertThat(LoraFrame.uplink(11, 125_000, 1).lowDataRate()).isTrue();
    assertThat(LoraFrame.uplink(10, 125_000, 1).lowDataRate()).isFalse();
    assertThat(LoraFrame.uplink(12, 250_000, 1).lowDataRate()).isTrue();
    assertThat(LoraFrame.uplink(11, 250_000, 1).lowDataRate()).isFalse();
  }

  @Test
  void neverRoundsDown() {
    // 62.5 kHz and odd bandwidths give fractions of a microsecond.
    LoraFrame frame = LoraFrame.uplink(7, 41_700, 13);
    double exact = (8 + 4.25 + 8 + 25) * 128 / 41_700.0 * 1e6;

    assertThat((double) frame.airtimeMicros()).isBetween(exact, exact + 1);
  }

  @Test
  void saysWhatIsWrongWithAFrame() {
    assertThatThrownBy(() -> LoraFrame.uplink(6, 125_000, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("spreading factor is 6; use 7 to 12");
    assertThatThrownBy(() -> LoraFrame.uplink(7, 125_000, 256))
        .hasMessage("bytes is 256; use 0 to 255");
    assertThatThrownBy(() -> new BleAdvertisement(32, 3)).hasMessageContaining("use 0 to 31");
    assertThatThrownBy(() -> new BleAdvertisement(31, 4)).hasMessageContaining("use 1 to 3");
    assertThatThrownBy(() -> new Ieee802154Frame(128)).hasMessageContaining("use 0 to 127");
  }

  @Test
  void advertisementsTake128To376MicrosecondsOnEachOfThreeChannels() {
    assertThat(new BleAdvertisement(0, 3).perChannelMicros()).isEqualTo(128);
    assertThat(new BleAdvertisement(31, 3).perChannelMicros()).isEqualTo(376);
    assertThat(new BleAdvertisement(31, 3).airtimeMicros()).isEqualTo(1128);
  }

  @Test
  void theLongestFrameOf802154Takes4256Microseconds() {
    assertThat(new Ieee802154Frame(127).airtimeMicros()).isEqualTo(4256);
  }
}
