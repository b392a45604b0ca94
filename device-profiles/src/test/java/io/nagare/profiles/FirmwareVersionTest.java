package io.nagare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmwareVersionTest {

  @ParameterizedTest
  @CsvSource({
    "0.23.3,0.29.2",
    "1.9,1.10",
    "1.8,1.8.1",
    "1.0-rc1,1.0",
    "1.0-rc1,1.0-rc2",
    "v1.3,v1.5",
    "99999999999999999998,99999999999999999999"
  })
  void standsBefore(String earlier, String later) {
    assertThat(new FirmwareVersion(earlier)).isLessThan(new FirmwareVersion(later));
    assertThat(new FirmwareVersion(later)).isGreaterThan(new FirmwareVersion(earlier));
  }

  @Test
  void trailingZerosAndBuildsDoNotMatter() {
    assertThat(new FirmwareVersion("1.8")).isEqualByComparingTo(new FirmwareVersion("1.8.0"));
    assertThat(new FirmwareVersion("v1.8")).isEqualByComparingTo(new FirmwareVersion("1.8+b7"));
  }

  @Test
  void whatStartsWithNoNumberHasNoOrder() {
    assertThat(new FirmwareVersion("nightly").ordered()).isFalse();
    assertThat(new FirmwareVersion("2.1-beta").ordered()).isTrue();
  }
}
