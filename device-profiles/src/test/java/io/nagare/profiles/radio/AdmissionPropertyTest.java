package io.nagare.profiles.radio;

import static io.nagare.profiles.radio.TestDevice.certificate;
import static io.nagare.profiles.radio.TestDevice.coverage;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.profiles.Certificate.Scheme;
import io.nagare.profiles.Decibels;
import io.nagare.profiles.Technology;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class AdmissionPropertyTest {

  /** What is asked; every number can be made stricter by itself. */
  record Ask(
      String country,
      Placement placement,
      double mhz,
      double bandwidthKhz,
      double powerDbm,
      double gainDbi,
      double certifiedDbm,
      double siteEirpDbm,
      long listensMicros,
      long transmissionMicros,
      long pauseMicros,
      boolean settable) {

    Decision decide() {
      String jurisdiction = country.equals("DE") ? "EU" : country;
      String number = country.equals("JP") ? "211-251216" : "2AC7Z-ESPS3WROOM1";
      TestDevice device =
          TestDevice.radio()
              .technology(Technology.OTHER_RADIO)
              .bandwidthKhz(bandwidthKhz)
              .power(powerDbm)
              .gain(gainDbi)
              .access(AccessModes.of(listensMicros, transmissionMicros, pauseMicros, -1))
              .certificate(
                  certificate(
                      jurisdiction,
                      Scheme.TYPE,
                      number,
                      coverage(800, 6000, 0, 40_000, certifiedDbm)))
              .at(
                  new Site(
                      Optional.of(country), placement, OptionalDouble.of(siteEirpDbm), List.of()))
              .useAt(mhz);
      return (settable ? device.settable() : device).decide();
    }
  }

  @Property(tries = 2000)
  void aStricterInputNeverLoosensTheResult(
      @ForAll("asks") Ask ask, @ForAll @DoubleRange(min = 0, max = 30) double less) {
    Decision before = ask.decide();

    for (Ask stricter : stricter(ask, less)) {
      Decision after = stricter.decide();
      assertThat(most(after)).as("%s", stricter).isLessThanOrEqualTo(most(before) + 1e-9);
    }
  }

  @Property(tries = 2000)
  void whatIsAllowedKeepsToEveryCap(@ForAll("asks") Ask ask) {
    for (AllowedUse use : ask.decide().limits()) {
      assertThat(use.conductedDbm())
          .isLessThanOrEqualTo(Math.min(ask.certifiedDbm(), use.rule().conductedDbm()) + 1e-9);
      assertThat(use.conductedDbm() + ask.gainDbi())
          .isLessThanOrEqualTo(Math.min(ask.siteEirpDbm(), use.rule().eirpDbm()) + 1e-9);
      assertThat(use.eirpDbm()).isLessThanOrEqualTo(use.conductedDbm() + ask.gainDbi() + 1e-9);
    }
  }

  @Property(tries = 500)
  void theSameRequestGivesTheSameDecision(@ForAll("asks") Ask ask) {
    assertThat(ask.decide()).isEqualTo(ask.decide());
  }

  @Property
  void milliwattsAndDecibelsGoBothWays(@ForAll @DoubleRange(min = -60, max = 60) double dbm) {
    assertThat(Decibels.ofMilliwatts(Decibels.toMilliwatts(dbm)))
        .isCloseTo(dbm, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Provide
  Arbitrary<Ask> asks() {
    Arbitrary<Double> mhz =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 75).map(n -> 915.8 + 0.1 * n),
            Arbitraries.doubles().between(863, 870),
            Arbitraries.doubles().between(2400, 2484),
            Arbitraries.doubles().between(5100, 5800));
    Arbitrary<double[]> powers =
        Arbitraries.doubles().between(-30, 40).array(double[].class).ofSize(3);
    return Combinators.combine(
            Arbitraries.of("JP", "DE", "US"),
            Arbitraries.of(Placement.class),
            mhz,
            Arbitraries.of(125.0, 250.0, 2000.0, 20_000.0),
            powers,
            Arbitraries.doubles().between(-5, 15),
            Arbitraries.of(0L, 128L, 5_000L, 10_000L),
            Arbitraries.of(true, false))
        .as(
            (country, placement, at, width, power, gain, listens, settable) ->
                new Ask(
                    country, placement, at, width, power[0], gain, power[1], power[2], listens,
                    100_000, 50_000, settable));
  }

  private static List<Ask> stricter(Ask ask, double less) {
    return List.of(
        with(ask, Placement.OUTDOOR, ask.certifiedDbm(), ask.siteEirpDbm(), 1, 1),
        with(ask, ask.placement(), ask.certifiedDbm() - less, ask.siteEirpDbm(), 1, 1),
        with(ask, ask.placement(), ask.certifiedDbm(), ask.siteEirpDbm() - less, 1, 1),
        with(ask, ask.placement(), ask.certifiedDbm(), ask.siteEirpDbm(), 1 + less, 1),
        with(ask, ask.placement(), ask.certifiedDbm(), ask.siteEirpDbm(), 1, 1 + less));
  }

  private static Ask with(
      Ask ask,
      Placement placement,
      double certifiedDbm,
      double siteEirpDbm,
      double longer,
      double shorter) {
    return new Ask(
        ask.country(),
        placement,
        ask.mhz(),
        ask.bandwidthKhz(),
        ask.powerDbm(),
        ask.gainDbi(),
        certifiedDbm,
        siteEirpDbm,
        Math.round(ask.listensMicros() / shorter),
        Math.round(ask.transmissionMicros() * longer),
        Math.round(ask.pauseMicros() / shorter),
        ask.settable());
  }

  /** The most that a decision allows; nothing when it refuses. */
  private static double most(Decision decision) {
    return decision.limits().stream()
        .mapToDouble(AllowedUse::conductedDbm)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
