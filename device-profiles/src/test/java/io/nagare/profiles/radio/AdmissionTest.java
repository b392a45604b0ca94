package io.nagare.profiles.radio;

import static io.nagare.profiles.radio.TestDevice.certificate;
import static io.nagare.profiles.radio.TestDevice.certifiedFor5Milliwatts;
import static io.nagare.profiles.radio.TestDevice.certifiedForAnythingIn;
import static io.nagare.profiles.radio.TestDevice.coverage;
import static io.nagare.profiles.radio.TestDevice.radio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nagare.profiles.Certainty;
import io.nagare.profiles.Certificate;
import io.nagare.profiles.Certificate.Scheme;
import io.nagare.profiles.Decibels;
import io.nagare.profiles.FirmwareRange;
import io.nagare.profiles.FirmwareVersion;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.Provenance;
import io.nagare.profiles.Technology;
import io.nagare.profiles.radio.Decision.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final double FIVE_MILLIWATTS = Decibels.ofMilliwatts(5);

  @Test
  void admits5MilliwattsAt922MhzUnderACertificateFor5Milliwatts() {
    Decision decision =
        radio()
            .power(22)
            .certificate(
                certificate(
                    "JP",
                    Scheme.TYPE,
                    "211-251216",
                    coverage(922.0, 923.4, 0.2, 200, FIVE_MILLIWATTS)))
            .use(922.0, FIVE_MILLIWATTS)
            .decide();

    assertThat(decision.verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(decision.has(ReasonCode.CERTIFIED_WITHIN_LIMITS)).isTrue();
    AllowedUse limit = decision.limits().get(0);
    assertThat(limit.conductedDbm()).isCloseTo(6.9897, within(1e-4));
    assertThat(limit.airtime().maxTransmissionMicros()).hasValue(4_000_000);
  }

  @Test
  void refuses22DbmUnderACertificateFor5Milliwatts() {
    Decision decision = certifiedFor5Milliwatts().use(922.0, 22).decide();

    assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(decision.reasons())
        .extracting(Reason::code)
        .containsExactly(
            ReasonCode.POWER_ABOVE_LAW, ReasonCode.EIRP_ABOVE_LAW, ReasonCode.CERTIFICATE_POWER);
    assertThat(decision.reasonNames()).contains("power.above-law@jp-920-20mw-listen-5ms@1");
  }

  @Test
  void refusesAFrequencyThatTheCertificateDoesNotCover() {
    assertRefused(certifiedFor5Milliwatts().use(920.6, 5), ReasonCode.CERTIFICATE_FREQUENCY);
    assertRefused(certifiedFor5Milliwatts().use(923.6, 5), ReasonCode.CERTIFICATE_FREQUENCY);
    assertRefused(certifiedFor5Milliwatts().use(922.1, 5), ReasonCode.CHANNEL_MISALIGNED);
  }

  @Test
  void limitsADeviceThatCanDoMoreToWhatIsCovered() {
    Decision decision = certifiedFor5Milliwatts().decide();

    assertThat(decision.verdict()).isEqualTo(Verdict.LIMITED);
    assertThat(decision.has(ReasonCode.POWER_LIMITED)).isTrue();
    assertThat(decision.has(ReasonCode.FREQUENCY_LIMITED)).isTrue();
    assertThat(decision.limits().get(0).centres())
        .isEqualTo(new FrequencySpan(922_000_000, 923_400_000, 200_000));
    assertThat(decision.limits()).allMatch(use -> use.conductedDbm() <= 6.99);
  }

  @Test
  void refusesADeviceWhosePowerCannotBeLowered() {
    assertRefused(
        radio()
            .power(14)
            .certificate(
                certificate("JP", Scheme.TYPE, "211-251216", coverage(922, 923.4, 0, 200, 13)))
            .useAt(922.0),
        ReasonCode.POWER_ABOVE_LAW);
  }

  @Test
  void accepts16DbmEirpAt868InTheEuropeanUnion() {
    TestDevice device = certifiedForAnythingIn("EU").at(Site.in("DE", Placement.OUTDOOR));

    Decision decision = device.use(868.1, 16.0).decide();

    assertThat(decision.verdict()).isEqualTo(Verdict.ADMITTED);
    // 14 dBm ERP are 16.15 dBm EIRP.
    assertThat(decision.limits().get(0).eirpDbm()).isCloseTo(16.15, within(1e-9));
    assertThat(device.use(868.1, 16.15).decide().verdict()).isEqualTo(Verdict.ADMITTED);
    assertRefused(device.use(868.1, 16.16), ReasonCode.EIRP_ABOVE_LAW);
    assertThat(decision.limits().get(0).airtime().perHourMicros()).hasValue(36_000_000);
  }

  @Test
  void keepsConductedAndRadiatedPowerApart() {
    TestDevice device =
        radio()
            .gain(6)
            .certificate(
                certificate("JP", Scheme.TYPE, "211-251216", coverage(920, 928, 0, 200, 20)));

    // 13 dBm into 6 dBi are 19 dBm EIRP; 10 dBm are 16.
    assertRefused(device.use(922.0, 13), ReasonCode.EIRP_ABOVE_LAW);
    assertThat(device.use(922.0, 10).decide().verdict()).isEqualTo(Verdict.ADMITTED);
    // 14 dBm into -3 dBi are only 11 dBm EIRP, but more than may go into an antenna.
    assertRefused(device.gain(-3).power(20).use(922.0, 14), ReasonCode.POWER_ABOVE_LAW);
  }

  @Test
  void subtractsTheLossOfTheCable() {
    TestDevice device =
        radio()
            .gain(8)
            .certificate(
                certificate("JP", Scheme.TYPE, "211-251216", coverage(920, 928, 0, 200, 20)));

    assertRefused(device.siteAntenna(5, 1).use(922.0, 13), ReasonCode.EIRP_ABOVE_LAW);
    assertThat(device.siteAntenna(5, 2).use(922.0, 13).decide().verdict())
        .isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void refusesAnAntennaThatTheCertificateDoesNotCover() {
    TestDevice device =
        radio()
            .gain(2)
            .certificate(
                certificate("JP", Scheme.TYPE, "211-251216", coverage(920, 928, 0, 200, 10)));

    assertRefused(device.siteAntenna(3, 0).use(922.0, 5), ReasonCode.CERTIFICATE_ANTENNA);
    assertThat(device.siteAntenna(2, 0).use(922.0, 5).decide().verdict())
        .isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void theSitesOwnLimitCountsToo() {
    Site quiet = new Site(Optional.of("JP"), Placement.OUTDOOR, OptionalDouble.of(3), List.of());
    TestDevice device = certifiedFor5Milliwatts().at(quiet);

    assertRefused(device.use(922.0, 5), ReasonCode.EIRP_ABOVE_SITE);
    assertThat(device.use(922.0, 3).decide().verdict()).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void refusesEachBreachOfAirtimeWithItsOwnCode() {
    TestDevice device = certifiedForAnythingIn("JP").bandwidthKhz(125);

    assertRefused(
        device.access(AccessModes.of(5_000, 4_001_000, -1, -1)).use(920.6, 13),
        ReasonCode.TRANSMISSION_TOO_LONG);
    assertAdmitted(device.access(AccessModes.of(5_000, 4_000_000, -1, -1)).use(920.6, 13));
    assertRefused(
        device.access(AccessModes.of(5_000, -1, 49_000, -1)).use(920.6, 13),
        ReasonCode.PAUSE_TOO_SHORT);
    assertAdmitted(device.access(AccessModes.of(5_000, -1, 50_000, -1)).use(920.6, 13));
    assertRefused(
        device.access(AccessModes.of(128, -1, -1, 360_001_000)).use(925.0, 13),
        ReasonCode.AIRTIME_HOUR_EXCEEDED);
    assertAdmitted(device.access(AccessModes.of(128, -1, -1, 360_000_000)).use(925.0, 13));
    assertRefused(
        device.access(AccessModes.listening(127)).use(925.0, 13),
        ReasonCode.CARRIER_SENSE_TOO_SHORT);
  }

  @Test
  void bondsTwoChannelsFor250KhzAroundTheMiddleOfBoth() {
    TestDevice device = certifiedForAnythingIn("JP").bandwidthKhz(250);

    assertAdmitted(device.use(920.7, 13));
    assertRefused(device.use(920.6, 13), ReasonCode.CHANNEL_MISALIGNED);
    assertRefused(
        device.access(AccessModes.of(128, 201_000, -1, -1)).use(925.1, 13),
        ReasonCode.TRANSMISSION_TOO_LONG);
    assertAdmitted(device.access(AccessModes.of(128, 200_000, -1, -1)).use(925.1, 13));
  }

  @Test
  void bondsNoMoreChannelsThanAreConfirmed() {
    assertAdmitted(certifiedForAnythingIn("JP").bandwidthKhz(500).use(921.0, 13));
    assertRefused(
        certifiedForAnythingIn("JP").bandwidthKhz(800).use(921.1, 13), ReasonCode.CHANNEL_BONDING);
  }

  @Test
  void refusesForeignApprovalsInJapan() {
    TestDevice device =
        radio()
            .certificate(certificate("US", Scheme.TYPE, "2AC7Z-ESPS3WROOM1"))
            .certificate(certificate("EU", Scheme.TYPE, ""));

    assertRefused(device.use(922.0, 5), ReasonCode.CERTIFICATE_FOREIGN_ONLY);
    assertRefused(
        radio().certificate(certificate("JP", Scheme.FOREIGN_ONLY, "")).use(922.0, 5),
        ReasonCode.CERTIFICATE_FOREIGN_ONLY);
    assertRefused(radio().use(922.0, 5), ReasonCode.CERTIFICATE_MISSING);
  }

  @Test
  void neverCountsACertificateThatIsOnlyRemembered() {
    Certificate base = certificate("JP", Scheme.TYPE, "211-251216", coverage(920, 928, 0, 200, 13));
    Certificate remembered =
        new Certificate(
            base.jurisdiction(),
            base.scheme(),
            base.number(),
            base.holder(),
            base.hardware(),
            base.asBuilt(),
            base.covers(),
            base.maxAntennaGainDbi(),
            base.indoorOnly(),
            base.validFrom(),
            base.validUntil(),
            base.trial(),
            new Provenance("memory", Optional.empty(), Certainty.REMEMBERED));

    assertRefused(radio().certificate(remembered).use(922.0, 5), ReasonCode.CERTIFICATE_UNPROVEN);
  }

  @Test
  void wantsANumberInItsRightForm() {
    assertRefused(
        radio()
            .certificate(certificate("JP", Scheme.TYPE, "", coverage(920, 928, 0, 200, 13)))
            .use(922.0, 5),
        ReasonCode.CERTIFICATE_NUMBER_UNKNOWN);
    assertRefused(
        radio()
            .certificate(
                certificate("JP", Scheme.TYPE, "2AC7Z-ESP32", coverage(920, 928, 0, 200, 13)))
            .use(922.0, 5),
        ReasonCode.CERTIFICATE_NUMBER_MALFORMED);
  }

  @Test
  void aRuleThatIsOnlyRememberedAdmitsNothing() {
    // Below channel 24 there is only the remembered rule for 1 mW.
    assertRefused(certifiedForAnythingIn("JP").use(916.0, -10), ReasonCode.RULE_REMEMBERED);
    assertRefused(
        certifiedForAnythingIn("KR").at(Site.in("KR", Placement.INDOOR)).use(920.9, 0),
        ReasonCode.RULE_REMEMBERED);
  }

  @Test
  void refusesWithoutACountryAndWhereNoRulesAreKnown() {
    Site nowhere = new Site(Optional.empty(), Placement.INDOOR, OptionalDouble.empty(), List.of());

    assertRefused(certifiedFor5Milliwatts().at(nowhere).use(922.0, 5), ReasonCode.COUNTRY_UNSET);
    assertRefused(
        certifiedFor5Milliwatts().at(Site.in("00", Placement.INDOOR)).use(922.0, 5),
        ReasonCode.COUNTRY_UNSET);
    assertRefused(
        certifiedFor5Milliwatts().at(Site.in("BR", Placement.INDOOR)).use(922.0, 5),
        ReasonCode.COUNTRY_NO_RULES);
  }

  @Test
  void aCablePassesEverywhere() {
    Site nowhere = new Site(Optional.empty(), Placement.OUTDOOR, OptionalDouble.empty(), List.of());

    for (Site site : List.of(nowhere, Site.in("JP", Placement.OUTDOOR))) {
      Decision decision = radio().technology(Technology.WIRED).at(site).decide();
      assertThat(decision.verdict()).isEqualTo(Verdict.ADMITTED);
      assertThat(decision.has(ReasonCode.WIRED_PASSES)).isTrue();
    }
  }

  @Test
  void followsTheFirmware() {
    TestDevice device =
        certifiedFor5Milliwatts()
            .firmware(range("1.0", "1.9", FirmwareRange.Verdict.ALLOWED, OptionalDouble.empty()))
            .firmware(range("1.5", "1.5", FirmwareRange.Verdict.REFUSED, OptionalDouble.empty()))
            .firmware(range("2.0", "2.9", FirmwareRange.Verdict.LIMITED, OptionalDouble.of(0)));

    assertRefused(device.use(922.0, 5), ReasonCode.FIRMWARE_UNKNOWN);
    assertAdmitted(device.runs("1.4"));
    assertRefused(device.runs("1.5"), ReasonCode.FIRMWARE_REFUSED);
    assertRefused(device.runs("2.1"), ReasonCode.POWER_ABOVE_FIRMWARE);
    assertAdmitted(device.runs("2.1").use(922.0, 0));
    assertRefused(device.runs("3.0"), ReasonCode.FIRMWARE_UNLISTED);
    assertRefused(device.runs("nightly"), ReasonCode.FIRMWARE_UNLISTED);
  }

  @Test
  void aNewHardwareRevisionNeedsACertificateOfItsOwn() {
    Certificate base = certificate("JP", Scheme.TYPE, "018-170172", coverage(920, 928, 0, 200, 13));
    Certificate forOld =
        new Certificate(
            base.jurisdiction(),
            base.scheme(),
            base.number(),
            base.holder(),
            List.of("v1.5"),
            base.asBuilt(),
            base.covers(),
            base.maxAntennaGainDbi(),
            base.indoorOnly(),
            base.validFrom(),
            base.validUntil(),
            base.trial(),
            base.evidence());
    TestDevice device = radio().hardware("v1.5", "v2.0").certificate(forOld).use(922.0, 5);

    assertRefused(device, ReasonCode.CERTIFICATE_HARDWARE_UNKNOWN);
    assertRefused(device.is("v2.0"), ReasonCode.CERTIFICATE_HARDWARE_DIFFERS);
    assertRefused(device.is("v3"), ReasonCode.HARDWARE_UNLISTED);
    assertAdmitted(device.is("v1.5"));
  }

  @Test
  void noBleDeviceIsTooWeakToNeedACertificate() {
    TestDevice ble =
        radio()
            .technology(Technology.BLE)
            .bandwidthKhz(2000)
            .certificate(certificate("JP", Scheme.WEAK, ""));

    assertRefused(ble.use(2402, -20), ReasonCode.WEAK_CLAIM_FALSE);
    assertRefused(
        radio().certificate(certificate("JP", Scheme.WEAK, "")).use(922.0, -40),
        ReasonCode.WEAK_CLAIM_FALSE);
    assertAdmitted(
        radio()
            .technology(Technology.OTHER_RADIO)
            .certificate(certificate("JP", Scheme.WEAK, ""))
            .use(315, -41.3));
  }

  @Test
  void wifiOutdoorsInJapanKeepsToItsBands() {
    TestDevice wifi = certifiedForAnythingIn("JP").technology(Technology.WIFI).bandwidthKhz(20_000);
    Site indoors = Site.in("JP", Placement.INDOOR);
    Site outdoors = Site.in("JP", Placement.OUTDOOR);

    assertAdmitted(wifi.access(AccessModes.able("")).at(indoors).use(5_200, 15));
    assertThat(wifi.at(outdoors).decide().verdict()).isEqualTo(Verdict.REFUSED);
    assertAdmitted(
        wifi.access(AccessModes.able("client-of-registered")).at(outdoors).use(5_200, 15));
    assertAdmitted(wifi.at(indoors).use(5_300, 15));
    assertRefused(wifi.at(outdoors).use(5_300, 15), ReasonCode.PLACEMENT_INDOOR_ONLY);
    assertAdmitted(wifi.at(outdoors).use(5_600, 15));
    assertRefused(
        wifi.access(AccessModes.able("")).at(outdoors).use(6_000, 10),
        ReasonCode.PLACEMENT_INDOOR_ONLY);
    assertAdmitted(
        wifi.access(AccessModes.able("vlp")).at(outdoors).use(6_000, Decibels.ofMilliwatts(25)));
    assertThat(wifi.use(6_000, 14).decide().verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void landMobileStationsNeedALicence() {
    Certificate licence =
        certificate("JP", Scheme.LICENCE, "関自第1号", coverage(920.5, 923.5, 0, 200, 23.97));
    Site licensed =
        new Site(
            Optional.of("JP"),
            Placement.OUTDOOR,
            OptionalDouble.empty(),
            List.of(new Site.Filing("test/device", licence)));
    TestDevice device = radio().power(24).gain(3).access(AccessModes.listening(5_000));

    assertRefused(device.use(922.0, 23.9), ReasonCode.CERTIFICATE_MISSING);
    assertAdmitted(device.at(licensed).use(922.0, 23.9));
    assertRefused(device.gain(4).use(922.0, 20), ReasonCode.ANTENNA_GAIN);
  }

  @Test
  void whatIsNotKnownIsNotAllowed() {
    TestDevice device = certifiedForAnythingIn("JP");

    assertRefused(device.unknownPower().useAt(922.0), ReasonCode.POWER_UNKNOWN);
    assertRefused(certifiedForAnythingIn("JP"), ReasonCode.FREQUENCY_UNKNOWN);
    assertRefused(
        certifiedForAnythingIn("JP").bandwidthKhz(0).use(922.0, 5), ReasonCode.BANDWIDTH_UNKNOWN);
    Certificate licence =
        certificate("JP", Scheme.LICENCE, "1", coverage(920.5, 923.5, 0, 200, 20));
    assertRefused(
        radio().unknownGain().certificate(licence).use(922.0, 5), ReasonCode.ANTENNA_UNKNOWN);
  }

  @Test
  void theCertificateVouchesForTheDevicesOwnAntennaOnly() {
    TestDevice device = certifiedFor5Milliwatts().unknownGain();

    assertAdmitted(device.use(922.0, 5));
    assertThat(device.decide().has(ReasonCode.ANTENNA_BY_CERTIFICATE)).isTrue();
    assertRefused(device.siteAntenna(0, 0), ReasonCode.CERTIFICATE_ANTENNA);
  }

  @Test
  void hoppingInTheUnitedStatesNeedsFiftyChannels() {
    Site usa = Site.in("US", Placement.OUTDOOR);
    TestDevice device = certifiedForAnythingIn("US").at(usa);

    assertRefused(device.use(915, 20), ReasonCode.HOPPING_TOO_FEW);
    assertAdmitted(device.access(AccessModes.able("")).use(915, 30));
    assertRefused(device.use(915, 30.1), ReasonCode.EIRP_ABOVE_LAW);
  }

  private static FirmwareRange range(
      String from, String to, FirmwareRange.Verdict verdict, OptionalDouble conductedDbm) {
    return new FirmwareRange(
        Optional.of(new FirmwareVersion(from)),
        Optional.of(new FirmwareVersion(to)),
        verdict,
        conductedDbm,
        Optional.empty());
  }

  private static void assertAdmitted(TestDevice device) {
    Decision decision = device.decide();
    assertThat(decision.verdict()).as("%s", decision.reasons()).isEqualTo(Verdict.ADMITTED);
  }

  private static void assertRefused(TestDevice device, ReasonCode code) {
    Decision decision = device.decide();
    assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(decision.reasons()).extracting(Reason::code).contains(code);
    assertThat(decision.limits()).isEmpty();
  }
}
