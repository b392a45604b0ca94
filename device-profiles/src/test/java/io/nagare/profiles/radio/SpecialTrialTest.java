package io.nagare.profiles.radio;

import static io.nagare.profiles.radio.TestDevice.radio;
import static io.nagare.profiles.radio.TestDevice.trial;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.profiles.Technology;
import io.nagare.profiles.radio.Decision.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SpecialTrialTest {
  private static final LocalDate ARRIVED = LocalDate.of(2026, 1, 10);
  private static final LocalDate DAY_180 = ARRIVED.plusDays(179);

  @Test
  void runsFromTheDayOfArrivalToDay180() {
    assertThat(device().on(ARRIVED.minusDays(1)).decide().has(ReasonCode.TRIAL_NOT_YET)).isTrue();
    assertThat(device().on(ARRIVED).decide().verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(device().on(DAY_180).decide().verdict()).isEqualTo(Verdict.ADMITTED);

    Decision day181 = device().on(DAY_180.plusDays(1)).decide();

    assertThat(day181.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(day181.has(ReasonCode.TRIAL_OVER)).isTrue();
  }

  @Test
  void aClockThatIsSetBackDoesNotBringItBack() {
    assertThat(device().on(ARRIVED).afterSeeing(DAY_180).decide().verdict())
        .isEqualTo(Verdict.ADMITTED);
    assertThat(
            device()
                .on(ARRIVED)
                .afterSeeing(DAY_180.plusDays(1))
                .decide()
                .has(ReasonCode.TRIAL_OVER))
        .isTrue();
  }

  @Test
  void doesNotRunAgainForTheSamePurpose() {
    LocalDate again = ARRIVED.plusDays(200);
    TestDevice renewed =
        device("beacons in the mall").certificate(trial(again, "beacons in the mall")).on(again);

    assertThat(renewed.decide().verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(renewed.decide().has(ReasonCode.TRIAL_REPEATED)).isTrue();
    assertThat(
            device("beacons in the mall")
                .certificate(trial(again, "beacons in the car park"))
                .on(again)
                .decide()
                .verdict())
        .isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void mayBeFiledByTheSite() {
    Site site =
        new Site(
            Optional.of("JP"),
            Placement.OUTDOOR,
            OptionalDouble.empty(),
            List.of(new Site.Filing("test/device", trial(ARRIVED, "test"))));
    Site other =
        new Site(
            Optional.of("JP"),
            Placement.OUTDOOR,
            OptionalDouble.empty(),
            List.of(new Site.Filing("test/other", trial(ARRIVED, "test"))));

    assertThat(ble().at(site).on(ARRIVED).decide().verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(ble().at(other).on(ARRIVED).decide().has(ReasonCode.CERTIFICATE_MISSING)).isTrue();
  }

  @Test
  void keepsToTheLawAllTheSame() {
    assertThat(device().power(20).use(2440, 14).on(ARRIVED).decide().reasons())
        .extracting(Reason::code)
        .contains(ReasonCode.DENSITY_ABOVE_LAW, ReasonCode.CERTIFICATE_POWER);
  }

  private static TestDevice device() {
    return device("test of beacons");
  }

  private static TestDevice device(String purpose) {
    return ble().certificate(trial(ARRIVED, purpose));
  }

  private static TestDevice ble() {
    return radio().technology(Technology.BLE).bandwidthKhz(2000).power(0).useAt(2440);
  }
}
