package io.nagare.profiles.site;

import io.nagare.profiles.Certificate;
import io.nagare.profiles.CertificateReader;
import io.nagare.profiles.Decibels;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.Problem;
import io.nagare.profiles.YamlDocument;
import io.nagare.profiles.radio.Placement;
import io.nagare.profiles.radio.Site;
import io.nagare.profiles.radio.SiteAntenna;
import io.nagare.profiles.radio.Use;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads a site from its YAML file. */
public final class SiteFileReader {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private SiteFileReader() {}

  /**
   * Reads a site.
   *
   * @throws InvalidFiles with every problem of the file, if there is any
   */
  public static SiteFile read(Path file) throws InvalidFiles {
    List<Problem> problems = new ArrayList<>();
    SiteFile read = read(YamlDocument.read(file, problems));
    if (!problems.isEmpty()) {
      throw new InvalidFiles(problems);
    }
    return read;
  }

  private static SiteFile read(YamlDocument file) {
    file.onlyKeys("site", "filings", "devices", "permits", "notices");
    YamlDocument site = file.mapping("site");
    site.onlyKeys(
        "id", "title", "country", "placement", "max_eirp_dbm", "public", "place", "manager");
    List<Site.Filing> filings = new ArrayList<>();
    for (YamlDocument filing : file.optionalList("filings")) {
      filing.onlyKeys("profile", "certificate");
      Certificate certificate = CertificateReader.read(filing.mapping("certificate"));
      filings.add(new Site.Filing(filing.text("profile"), certificate));
    }
    Optional<String> country =
        site.has("country")
            ? Optional.of(site.text("country", COUNTRY, "use an ISO 3166 code such as \"JP\""))
            : Optional.empty();
    String id = site.text("id");
    return new SiteFile(
        id,
        site.has("title") ? site.localized("title") : new LocalizedText(id, id),
        site.oneOf("place", SiteFile.Place.class),
        site.optionalText("manager"),
        site.bool("public", false),
        new Site(
            country,
            site.oneOf("placement", Placement.class, Placement.OUTDOOR),
            site.number("max_eirp_dbm", -120, 100),
            filings),
        file.optionalList("devices").stream().map(SiteFileReader::device).toList(),
        file.optionalList("permits").stream().map(SiteFileReader::permit).toList(),
        file.optionalList("notices").stream().map(SiteFileReader::notice).toList());
  }

  private static SiteFile.Device device(YamlDocument device) {
    device.onlyKeys(
        "id",
        "profile",
        "hardware",
        "firmware",
        "placement",
        "antenna",
        "frequency_mhz",
        "bandwidth_khz",
        "power_dbm",
        "power_mw");
    Optional<YamlDocument> antenna = device.optionalMapping("antenna");
    antenna.ifPresent(it -> it.onlyKeys("gain_dbi", "cable_loss_db"));
    return new SiteFile.Device(
        device.text("id"),
        device.text("profile"),
        device.optionalText("hardware"),
        device.optionalText("firmware"),
        device.has("placement")
            ? Optional.of(device.oneOf("placement", Placement.class))
            : Optional.empty(),
        antenna.map(
            it ->
                new SiteAntenna(
                    it.number("gain_dbi"), it.number("cable_loss_db", 0, 100).orElse(0))),
        new Use(
            hertz(device, "frequency_mhz", 1e6),
            hertz(device, "bandwidth_khz", 1e3),
            power(device),
            Optional.empty()));
  }

  private static OptionalLong hertz(YamlDocument device, String key, double unit) {
    OptionalDouble number = device.number(key, 0, 1e9);
    return number.isPresent()
        ? OptionalLong.of(
            unit == 1e6
                ? FrequencySpan.hertz(number.getAsDouble())
                : Math.round(number.getAsDouble() * unit))
        : OptionalLong.empty();
  }

  private static OptionalDouble power(YamlDocument device) {
    OptionalDouble milliwatts = device.number("power_mw", 1e-12, 1e6);
    return milliwatts.isPresent()
        ? OptionalDouble.of(Decibels.ofMilliwatts(milliwatts.getAsDouble()))
        : device.number("power_dbm", -120, 100);
  }

  private static SiteFile.Permit permit(YamlDocument permit) {
    permit.onlyKeys("kind", "number", "until");
    return new SiteFile.Permit(
        permit.oneOf("kind", SiteFile.Permit.Kind.class),
        permit.text("number"),
        permit.date("until"));
  }

  private static SiteFile.Notice notice(YamlDocument notice) {
    notice.onlyKeys("operator", "purpose", "contact", "posted");
    return new SiteFile.Notice(
        notice.text("operator"),
        notice.text("purpose"),
        notice.text("contact"),
        notice.date("posted"));
  }
}
