package io.nagare.profiles.radio;

import io.nagare.profiles.AccessMode;
import io.nagare.profiles.Certainty;
import io.nagare.profiles.Certificate;
import io.nagare.profiles.Certificate.Scheme;
import io.nagare.profiles.Coverage;
import io.nagare.profiles.DeviceInterface;
import io.nagare.profiles.FirmwareRange;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.Identity;
import io.nagare.profiles.Kind;
import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.Measurement;
import io.nagare.profiles.Profile;
import io.nagare.profiles.Provenance;
import io.nagare.profiles.Recognition;
import io.nagare.profiles.Technology;
import io.nagare.profiles.ValueType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A device with a radio, of which a test names what matters to it. */
final class TestDevice {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  static final Admission ADMISSION = new Admission(RadioLaw.builtIn());

  private Technology technology = Technology.LORA;
  private long bandwidthHz = 125_000;
  private OptionalDouble power = OptionalDouble.of(13);
  private OptionalDouble gain = OptionalDouble.of(0);
  private boolean settable;
  private List<FrequencySpan> centres = List.of();
  private AccessMode access = AccessMode.UNDECLARED;
  private final List<Certificate> certificates = new ArrayList<>();
  private final List<FirmwareRange> firmware = new ArrayList<>();
  private List<String> hardware = List.of();
  private Site site = Site.in("JP", Placement.OUTDOOR);
  private LocalDate today = TODAY;
  private Optional<LocalDate> latestDay = Optional.empty();
  private Optional<String> runsFirmware = Optional.empty();
  private Optional<String> ofHardware = Optional.empty();
  private Optional<SiteAntenna> antenna = Optional.empty();
  private OptionalLong useCentre = OptionalLong.empty();
  private OptionalDouble usePower = OptionalDouble.empty();

  /** A LoRa device of 13 dBm into 0 dBi without any certificate. */
  static TestDevice radio() {
    return new TestDevice();
  }

  /** The certificate of the facts: 922.0 to 923.4 MHz, eight channels, 5 mW. */
  static TestDevice certifiedFor5Milliwatts() {
    return radio()
        .power(22)
        .settable()
        .certificate(
            certificate("JP", Scheme.TYPE, "211-251216", coverage(922.0, 923.4, 0.2, 200, 6.99)));
  }

  /** A device with a certificate that covers everything there. */
  static TestDevice certifiedForAnythingIn(String jurisdiction) {
    String number =
        switch (jurisdiction) {
          case "JP" -> "211-251216";
          case "US" -> "2AC7Z-ESPS3WROOM1";
          case "CA" -> "451I-CC3220MOD";
          case "KR" -> "R-C-ABC-DEVICE";
          default -> "1";
        };
    Coverage everything = coverage(1, 100_000, 0, 10_000_000, 60);
    return radio()
        .power(60)
        .certificate(certificate(jurisdiction, Scheme.TYPE, number, everything));
  }

  static Coverage coverage(
      double fromMhz, double toMhz, double stepMhz, double bandwidthKhz, double dbm) {
    return new Coverage(
        Optional.empty(),
        new FrequencySpan(
            FrequencySpan.hertz(fromMhz), FrequencySpan.hertz(toMhz), FrequencySpan.hertz(stepMhz)),
        Math.round(bandwidthKhz * 1e3),
        dbm,
        Double.POSITIVE_INFINITY);
  }

  static Certificate certificate(
      String jurisdiction, Scheme scheme, String number, Coverage... covers) {
    return new Certificate(
        jurisdiction,
        scheme,
        number.isEmpty() ? Optional.empty() : Optional.of(number),
        Optional.empty(),
        List.of(),
        false,
        List.of(covers),
        OptionalDouble.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Provenance("a test", Optional.empty(), Certainty.CONFIRMED));
  }

  static Certificate trial(LocalDate arrived, String purpose) {
    Certificate base =
        certificate("JP", Scheme.SPECIAL_TRIAL, "", coverage(2400, 2500, 0, 2000, 10));
    return new Certificate(
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
        Optional.of(new Certificate.Trial(arrived, purpose)),
        base.evidence());
  }

  TestDevice technology(Technology value) {
    technology = value;
    return this;
  }

  TestDevice bandwidthKhz(double value) {
    bandwidthHz = Math.round(value * 1e3);
    return this;
  }

  TestDevice power(double dbm) {
    power = OptionalDouble.of(dbm);
    return this;
  }

  TestDevice unknownPower() {
    power = OptionalDouble.empty();
    return this;
  }

  TestDevice gain(double dbi) {
    gain = OptionalDouble.of(dbi);
    return this;
  }

  TestDevice unknownGain() {
    gain = OptionalDouble.empty();
    return this;
  }

  TestDevice settable() {
    settable = true;
    return this;
  }

  TestDevice centres(FrequencySpan... values) {
    centres = List.of(values);
    return this;
  }

  TestDevice access(AccessMode value) {
    access = value;
    return this;
  }

  TestDevice certificate(Certificate value) {
    certificates.add(value);
    return this;
  }

  TestDevice hardware(String... values) {
    hardware = List.of(values);
    return this;
  }

  TestDevice firmware(FirmwareRange value) {
    firmware.add(value);
    return this;
  }

  TestDevice runs(String version) {
    runsFirmware = Optional.of(version);
    return this;
  }

  TestDevice is(String revision) {
    ofHardware = Optional.of(revision);
    return this;
  }

  TestDevice at(Site value) {
    site = value;
    return this;
  }

  TestDevice on(LocalDate day) {
    today = day;
    return this;
  }

  TestDevice afterSeeing(LocalDate day) {
    latestDay = Optional.of(day);
    return this;
  }

  TestDevice siteAntenna(double dbi, double loss) {
    antenna = Optional.of(new SiteAntenna(dbi, loss));
    return this;
  }

  TestDevice use(double mhz, double dbm) {
    usePower = OptionalDouble.of(dbm);
    return useAt(mhz);
  }

  TestDevice useAt(double mhz) {
    useCentre = OptionalLong.of(FrequencySpan.hertz(mhz));
    return this;
  }

  Profile profile() {
    DeviceInterface device =
        new DeviceInterface(
            "radio",
            technology,
            technology.radio(),
            centres,
            bandwidthHz,
            power,
            gain,
            0,
            settable,
            settable,
            Optional.empty(),
            Optional.of(access));
    Measurement measurement =
        new Measurement(
            "temperature",
            new LocalizedText("Temperature", "温度"),
            "Cel",
            ValueType.NUMBER,
            Duration.ofMinutes(1),
            Duration.ofMinutes(3),
            Optional.empty(),
            List.of(),
            List.of());
    return new Profile(
        "test/device",
        1,
        new LocalizedText("Device", "機器"),
        Kind.ROOM,
        List.of(measurement),
        Optional.of(new Identity("maker", "model", hardware, Recognition.NONE)),
        firmware,
        certificates,
        List.of(device),
        Map.of());
  }

  AdmissionRequest request() {
    return new AdmissionRequest(
        site,
        profile(),
        ofHardware,
        runsFirmware,
        Optional.empty(),
        today,
        latestDay,
        antenna,
        new Use(useCentre, OptionalLong.empty(), usePower, Optional.empty()));
  }

  Decision decide() {
    return ADMISSION.decide(request());
  }
}
