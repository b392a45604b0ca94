package io.nagare.profiles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one profile from its YAML document; what is wrong goes into the document's problems. */
final class ProfileReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*");

  private ProfileReader() {}

  static Profile read(YamlDocument file) {
    file.onlyKeys(
        "id",
        "version",
        "title",
        "kind",
        "measurements",
        "identity",
        "firmware",
        "certificates",
        "interfaces",
        "provenance");
    List<Measurement> measurements = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlDocument entry : file.list("measurements")) {
      Measurement measurement = MeasurementReader.read(entry);
      if (!names.add(measurement.name())) {
        entry.problem("name", "each measurement needs a name of its own");
      }
      measurements.add(measurement);
    }
    return new Profile(
        file.text("id", ID, "use family/model in lower case, such as \"generic/room-climate\""),
        (int) file.integer("version", 1, 1_000_000),
        file.localized("title"),
        file.oneOf("kind", Kind.class),
        measurements,
        file.optionalMapping("identity").map(IdentityReader::identity),
        file.optionalList("firmware").stream().map(IdentityReader::firmware).toList(),
        file.optionalList("certificates").stream().map(CertificateReader::read).toList(),
        interfaces(file),
        provenance(file, names));
  }

  /** One fact's source. */
  static Provenance provenance(YamlDocument entry) {
    entry.onlyKeys("source", "date", "certainty");
    return new Provenance(
        entry.text("source"), entry.date("date"), entry.oneOf("certainty", Certainty.class));
  }

  private static List<DeviceInterface> interfaces(YamlDocument file) {
    List<DeviceInterface> interfaces = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlDocument entry : file.optionalList("interfaces")) {
      DeviceInterface one = InterfaceReader.read(entry);
      if (!ids.add(one.id())) {
        entry.problem("id", "each interface needs an id of its own");
      }
      interfaces.add(one);
    }
    return interfaces;
  }

  private static Map<String, Provenance> provenance(YamlDocument file, Set<String> measurements) {
    if (!file.has("provenance")) {
      return Map.of();
    }
    Map<String, Provenance> provenance = new LinkedHashMap<>();
    file.entries("provenance")
        .forEach(
            (field, entry) -> {
              String[] steps = field.split("\\.");
              if (!file.has(steps[0])
                  || (steps[0].equals("measurements")
                      && steps.length > 1
                      && !measurements.contains(steps[1]))) {
                entry.problem(
                    "name a field of this file, such as measurements.temperature.accuracy");
              }
              provenance.put(field, provenance(entry));
            });
    return provenance;
  }
}
