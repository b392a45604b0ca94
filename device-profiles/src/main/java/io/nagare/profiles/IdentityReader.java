package io.nagare.profiles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads who made a device, how it is recognised, and what is allowed with which firmware. */
final class IdentityReader {
  private static final Pattern OUI = Pattern.compile("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){2}");
  private static final Pattern DEV_EUI = Pattern.compile("[0-9a-fA-F]{6,16}");

  private IdentityReader() {}

  static Identity identity(YamlDocument identity) {
    identity.onlyKeys("manufacturer", "model", "hardware", "recognised_by");
    return new Identity(
        identity.text("manufacturer"),
        identity.text("model"),
        identity.texts("hardware"),
        identity
            .optionalMapping("recognised_by")
            .map(IdentityReader::recognition)
            .orElse(Recognition.NONE));
  }

  private static Recognition recognition(YamlDocument by) {
    by.onlyKeys("ble_company", "oui", "dev_eui", "coap_endpoint");
    return new Recognition(
        by.has("ble_company")
            ? OptionalInt.of((int) by.integer("ble_company", 0, 65_535))
            : OptionalInt.empty(),
        matching(by, "oui", OUI, "use three bytes such as \"a4:c1:38\""),
        matching(by, "dev_eui", DEV_EUI, "use the first 6 to 16 hexadecimal digits"),
        by.texts("coap_endpoint"));
  }

  private static List<String> matching(
      YamlDocument by, String key, Pattern pattern, String remedy) {
    for (YamlDocument entry : by.optionalList(key)) {
      if (!pattern.matcher(entry.asText()).matches()) {
        entry.problem(remedy);
      }
    }
    return by.texts(key).stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  static FirmwareRange firmware(YamlDocument range) {
    range.onlyKeys("from", "to", "verdict", "conducted_dbm", "why");
    Optional<FirmwareVersion> from = version(range, "from");
    Optional<FirmwareVersion> to = version(range, "to");
    if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
      range.problem("to", "the last version must not stand before the first one");
    }
    FirmwareRange.Verdict verdict = range.oneOf("verdict", FirmwareRange.Verdict.class);
    OptionalDouble conducted = range.number("conducted_dbm", -100, 60);
    if ((verdict == FirmwareRange.Verdict.LIMITED) != range.has("conducted_dbm")) {
      range.problem(
          "conducted_dbm", "a limited firmware needs its limit, and no other verdict has one");
    }
    return new FirmwareRange(
        from,
        to,
        verdict,
        conducted,
        range.has("why") ? Optional.of(range.localized("why")) : Optional.empty());
  }

  private static Optional<FirmwareVersion> version(YamlDocument range, String key) {
    Optional<FirmwareVersion> version = range.optionalText(key).map(FirmwareVersion::new);
    if (version.isPresent() && !version.get().ordered()) {
      range.problem(key, "use dotted numbers such as \"0.29.2\"");
      return Optional.empty();
    }
    return version;
  }
}
