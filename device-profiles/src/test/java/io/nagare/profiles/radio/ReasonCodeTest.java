package io.nagare.profiles.radio;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.profiles.airtime.AirtimeBreach;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonCodeTest {
  /** The codes that logs and other programs know. One may be added, none renamed or removed. */
  private static final String APPROVED =
      """
      airtime.hour-exceeded
      antenna.by-certificate
      antenna.gain
      antenna.unknown
      applied.differs
      bandwidth.too-wide
      bandwidth.unknown
      carrier-sense.by-certificate
      carrier-sense.too-short
      certificate.antenna
      certificate.as-built
      certificate.bandwidth
      certificate.coverage-unknown
      certificate.expired
      certificate.foreign-only
      certificate.frequency
      certificate.hardware-differs
      certificate.hardware-unknown
      certificate.indoor-only
      certificate.missing
      certificate.not-yet-valid
      certificate.number-malformed
      certificate.number-unknown
      certificate.power
      certificate.technology
      certificate.unproven
      certified.within-limits
      channel.bonding
      channel.misaligned
      class.missing
      country.no-rules
      country.unset
      density.above-law
      dwell.exceeded
      eirp.above-law
      eirp.above-site
      firmware.limited
      firmware.refused
      firmware.unknown
      firmware.unlisted
      frequency.limited
      frequency.not-allowed
      frequency.not-of-device
      frequency.not-settable
      frequency.unknown
      hardware.unlisted
      hopping.too-few
      interface.undeclared
      interface.unknown
      law.remembered
      licence.missing
      pause.too-short
      placement.indoor-only
      power.above-device
      power.above-firmware
      power.above-law
      power.limited
      power.unknown
      radar-detection.missing
      receive-only.passes
      rule.remembered
      technology.not-allowed
      transmission.too-long
      trial.not-yet
      trial.over
      trial.repeated
      weak.claim-false
      wired.passes
      """;

  @Test
  void theCodesAreTheApprovedOnes() {
    assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::code).sorted())
        .containsExactlyElementsOf(APPROVED.lines().toList());
  }

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void everyCodeIsExplainedInBothLanguages(ReasonCode code) {
    ReasonTexts.Text text = ReasonTexts.builtIn().of(code);

    assertThat(text.means().en()).endsWith(".");
    assertThat(text.means().ja()).endsWith("。");
    assertThat(text.remedy().en()).endsWith(".");
    assertThat(text.remedy().ja()).isNotBlank();
    assertThat(ReasonTexts.find(code.code())).contains(code);
  }

  @ParameterizedTest
  @EnumSource(AirtimeBreach.class)
  void theLedgersBreachesHaveTheSameCodes(AirtimeBreach breach) {
    assertThat(ReasonTexts.find(breach.code()))
        .map(ReasonCode::effect)
        .contains(ReasonCode.Effect.REFUSES);
  }
}
