package io.nagare.edge.recording;

import io.nagare.edge.reading.Device;
import io.nagare.edge.recording.Manifest.Site;
import io.nagare.edge.recording.Recording.SourceFile;
import io.nagare.profiles.Problem;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import io.nagare.profiles.YamlDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the manifest of a recording set, {@code recordings.yaml}, with the headers of its files.
 *
 * <p>Everything that can be wrong before the first row is read is noted in one go: the manifest,
 * missing files, columns that are not there, measurements that the profile does not have.
 */
public final class ManifestReader {
  /** The name of the manifest in its folder. */
  public static final String FILE_NAME = "recordings.yaml";

  /** Site and gateway: letters and digits of any script, with dots, hyphens, underscores inside. */
  public static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

  /** What an id may be, in words. */
  public static final String ID_RULE =
      "use letters, digits and - . _ , starting with a letter or digit";

  private final Path folder;
  private final Optional<ProfileLibrary> profiles;
  private final List<Problem> problems;
  private final RecordingIds ids;

  /** Gateway → device id → device: one instance a device, however many files report on it. */
  private final Map<String, Map<String, Device>> devices = new HashMap<>();

  private ManifestReader(Path folder, Optional<ProfileLibrary> profiles, List<Problem> problems) {
    this.folder = folder;
    this.profiles = profiles;
    this.problems = problems;
    this.ids = new RecordingIds(folder);
  }

  /**
   * Reads the set in a folder.
   *
   * @param profiles the known profiles; empty when these are broken themselves, so that devices
   *     cannot be checked against them
   * @param enrolled devices that a gateway knows already, by gateway
   * @param problems takes everything that is wrong; what is returned counts only if it stays empty
   */
  public static Manifest read(
      Path folder,
      Optional<ProfileLibrary> profiles,
      Map<String, List<Device>> enrolled,
      List<Problem> problems) {
    Path file = Files.isRegularFile(folder) ? folder : folder.resolve(FILE_NAME);
    Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(folder);
    ManifestReader reader = new ManifestReader(base, profiles, problems);
    enrolled.forEach(
        (gateway, known) ->
            known.forEach(device -> reader.devicesOf(gateway).put(device.id(), device)));
    YamlDocument document = YamlDocument.read(file, problems);
    return document.isMapping()
        ? reader.manifest(document)
        : new Manifest(new Site("", "", ZoneOffset.UTC), List.of());
  }

  private Manifest manifest(YamlDocument document) {
    document.onlyKeys("site", "recordings", "title", "description", "source", "licence", "license");
    Site site = site(document.mapping("site"));
    List<Recording> recordings = new ArrayList<>();
    for (YamlDocument entry : document.list("recordings")) {
      if (entry.isMapping()) {
        recordings.add(recording(entry, site));
      } else {
        entry.problem("a mapping is needed");
      }
    }
    return new Manifest(site, recordings);
  }

  private static Site site(YamlDocument site) {
    if (!site.isMapping()) {
      return new Site("", "", ZoneOffset.UTC);
    }
    site.onlyKeys("id", "country", "zone", "name");
    return new Site(
        site.text("id", ID, ID_RULE),
        site.text("country", Pattern.compile("[A-Z]{2}"), "use two capital letters, such as JP"),
        zone(site).orElse(ZoneOffset.UTC));
  }

  private static Optional<ZoneId> zone(YamlDocument place) {
    return place
        .optionalText("zone")
        .flatMap(
            name -> {
              try {
                return Optional.of(ZoneId.of(name));
              } catch (DateTimeException unknown) {
                place.problem("zone", "use a time zone such as \"Asia/Tokyo\" or \"UTC\"");
                return Optional.empty();
              }
            });
  }

  private Recording recording(YamlDocument entry, Site site) {
    entry.onlyKeys(
        "gateway",
        "files",
        "separator",
        "leading",
        "time",
        "rows",
        "ignore",
        "absent",
        "device",
        "measurements",
        "measurement",
        "profile",
        "places",
        "title",
        "description",
        "source",
        "licence",
        "license");
    String gateway = entry.text("gateway", ID, ID_RULE);
    String separator = separator(entry);
    boolean rowNumber = leading(entry);
    YamlDocument time = entry.mapping("time");
    time.onlyKeys("column", "pattern", "zone");
    String timeColumn = time.isMapping() ? time.text("column") : "";
    TimeReader times = times(time, site.zone());
    ColumnRules rules = rules(entry, gateway, timeColumn);
    List<SourceFile> files = new ArrayList<>();
    for (YamlDocument file : oneOrMore(entry, "files")) {
      header(file, separator)
          .flatMap(header -> rules.plan(file, folder, header))
          .ifPresent(files::add);
    }
    AbsentValues absent =
        AbsentValues.of(
            oneOrMore(entry, "absent").stream()
                .map(YamlDocument::asText)
                .map(String::strip)
                .toList());
    return new Recording(
        ids.of(gateway, files), gateway, files, separator, rowNumber, times, absent);
  }

  private ColumnRules rules(YamlDocument entry, String gateway, String timeColumn) {
    String rows = entry.text("rows");
    return switch (rows) {
      case "column-per-device" -> columnPerDevice(entry, gateway, timeColumn);
      case "one-device" -> oneDevice(entry, gateway, timeColumn);
      default -> {
        if (!rows.isEmpty()) {
          entry.problem("rows", "use one-device or column-per-device");
        }
        yield new ColumnRules.OneDevice(timeColumn, List.of());
      }
    };
  }

  private ColumnRules oneDevice(YamlDocument entry, String gateway, String timeColumn) {
    refuseKeys(entry, "one-device", "measurement", "profile", "places");
    YamlDocument place = entry.mapping("device");
    Optional<Profile> profile = Optional.empty();
    String id = "";
    if (place.isMapping()) {
      place.onlyKeys("id", "profile", "name", "area", "asset", "capacity");
      id = place.text("id");
      profile = profile(place);
    }
    Map<String, YamlDocument> columns = new LinkedHashMap<>(entry.entries("measurements"));
    if (columns.isEmpty() && entry.child("measurements").isMapping()) {
      entry.problem("measurements", "name at least one measurement of the profile and its column");
    }
    Device device = device(entry, gateway, id, profile, DevicePlaces.of(place));
    Map<String, ColumnRules.Target> targets = new LinkedHashMap<>();
    for (Map.Entry<String, YamlDocument> column : columns.entrySet()) {
      int channel = device.channelNamed(column.getKey());
      if (profile.isPresent() && profile.get().measurement(column.getKey()).isEmpty()) {
        unknownMeasurement(column.getValue(), column.getKey(), profile.get());
      }
      targets.put(
          column.getKey(),
          new ColumnRules.Target(column.getValue().asText(), device, Math.max(0, channel)));
    }
    return new ColumnRules.OneDevice(timeColumn, List.copyOf(targets.values()));
  }

  private ColumnRules columnPerDevice(YamlDocument entry, String gateway, String timeColumn) {
    refuseKeys(entry, "column-per-device", "device", "measurements");
    Optional<Profile> profile = profile(entry);
    String measurement = entry.text("measurement");
    if (profile.isPresent()
        && entry.has("measurement")
        && profile.get().measurement(measurement).isEmpty()) {
      unknownMeasurement(entry.child("measurement"), measurement, profile.get());
    }
    List<String> ignored =
        oneOrMore(entry, "ignore").stream().map(YamlDocument::asText).map(String::strip).toList();
    DevicePlaces places =
        entry
            .optionalMapping("places")
            .filter(YamlDocument::isMapping)
            .map(place -> DevicePlaces.read(place, folder))
            .orElse(DevicePlaces.NONE);
    return new ColumnRules.ColumnPerDevice(
        timeColumn,
        ignored,
        id -> {
          Device device = device(entry, gateway, id, profile, places.of(id));
          return new ColumnRules.Target(id, device, Math.max(0, device.channelNamed(measurement)));
        });
  }

  private Device device(
      YamlDocument entry,
      String gateway,
      String id,
      Optional<Profile> profile,
      Device.Place place) {
    Map<String, Device> known = devicesOf(gateway);
    Device device =
        profile
            .map(found -> Device.of(id, found, place))
            .orElseGet(() -> new Device(id, "", "", place, List.of()));
    Device first = known.putIfAbsent(id, device);
    if (first == null) {
      return device;
    }
    if (profile.isPresent() && !first.profile().equals(device.profile())) {
      entry.problem(
          "gateway",
          "its device \""
              + id
              + "\" has the profile "
              + device.profile()
              + " here and "
              + first.profile()
              + " elsewhere; a device has one profile");
    }
    return first;
  }

  private Map<String, Device> devicesOf(String gateway) {
    return devices.computeIfAbsent(gateway, ignored -> new HashMap<>());
  }

  private Optional<Profile> profile(YamlDocument place) {
    String reference = place.text("profile");
    Optional<Profile> profile = profiles.flatMap(library -> library.find(reference));
    if (place.has("profile") && profiles.isPresent() && profile.isEmpty()) {
      place.problem(
          "profile",
          "no such profile is known; ./nagare profiles list names those that are, or give"
              + " --profiles with yours");
    }
    return profile;
  }

  private void unknownMeasurement(YamlDocument place, String name, Profile profile) {
    problems.add(
        new Problem(
            place.file(),
            place.path(),
            "for \"" + name + "\", which " + profile.reference() + " does not measure",
            "use one of "
                + String.join(", ", profile.measurements().stream().map(m -> m.name()).toList())));
  }

  private Optional<CsvRows.Row> header(YamlDocument file, String separator) {
    String name = file.asText();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path path = folder.resolve(name);
    if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
      file.problem("there is no readable file " + path);
      return Optional.empty();
    }
    try (CsvRows rows = CsvRows.open(path, separator)) {
      Optional<CsvRows.Row> header = rows.next();
      if (header.isEmpty()) {
        file.problem("the file is empty; its first line must name the columns");
      }
      return header;
    } catch (java.io.IOException unreadable) {
      file.problem("the file cannot be read (" + unreadable.getMessage() + ")");
      return Optional.empty();
    }
  }

  private static TimeReader times(YamlDocument time, ZoneId siteZone) {
    ZoneId zone = time.isMapping() ? zone(time).orElse(siteZone) : siteZone;
    List<String> patterns = new ArrayList<>();
    if (time.isMapping()) {
      for (YamlDocument pattern : oneOrMore(time, "pattern")) {
        String text = pattern.asText();
        try {
          TimeReader.of(List.of(text), zone);
          patterns.add(text);
        } catch (IllegalArgumentException unusable) {
          pattern.problem(
              "use iso, epoch-seconds, epoch-millis or a pattern such as \"yyyy-MM-dd HH:mm:ss\": "
                  + unusable.getMessage());
        }
      }
    }
    return TimeReader.of(patterns.isEmpty() ? List.of("iso") : patterns, zone);
  }

  private static String separator(YamlDocument entry) {
    String separator = entry.has("separator") ? entry.child("separator").tree().asText() : ",";
    if (separator.equals("tab")) {
      return "\t";
    }
    if (separator.length() != 1 || "\"\r\n".contains(separator)) {
      entry.problem("separator", "use one character, such as \",\" or \";\", or the word tab");
      return ",";
    }
    return separator;
  }

  private static boolean leading(YamlDocument entry) {
    if (entry.has("leading") && !entry.text("leading").equals("row-number")) {
      entry.problem("leading", "use row-number, or leave it out");
    }
    return entry.has("leading");
  }

  private static void refuseKeys(YamlDocument entry, String rows, String... keys) {
    for (String key : keys) {
      if (entry.has(key)) {
        entry.problem(key, "it has no meaning where rows is " + rows + "; leave it out");
      }
    }
  }

  /** The elements of a list, or the one value that stands in its place. */
  private static List<YamlDocument> oneOrMore(YamlDocument entry, String key) {
    YamlDocument child = entry.child(key);
    if (child.present() && !child.isList()) {
      return List.of(child);
    }
    return key.equals("files") ? entry.list(key) : entry.optionalList(key);
  }
}
