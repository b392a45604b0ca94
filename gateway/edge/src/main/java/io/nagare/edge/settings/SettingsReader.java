package io.nagare.edge.settings;

import io.nagare.edge.reading.Device;
import io.nagare.edge.recording.Manifest;
import io.nagare.edge.recording.ManifestReader;
import io.nagare.edge.recording.Replay;
import io.nagare.edge.recording.Replay.TimeMode;
import io.nagare.edge.settings.GatewaySettings.Coap;
import io.nagare.edge.settings.GatewaySettings.Mqtt;
import io.nagare.edge.settings.GatewaySettings.Recordings;
import io.nagare.edge.spool.SpoolLimits;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import io.nagare.profiles.Profile;
import io.nagare.profiles.ProfileLibrary;
import io.nagare.profiles.YamlDocument;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code gateway.yaml}, and with it profiles and recordings, and notes every problem. */
public final class SettingsReader {
  private static final long DEFAULT_SPOOL_BYTES = 1L << 30;

  /** Below the 5 MB at which HiveMQ starts to drop QoS 0 messages for a slow subscriber. */
  private static final long DEFAULT_WINDOW_BYTES = 512 * 1024;

  private static final int DEFAULT_PAYLOAD_BYTES = 65_536;
  private static final int MAX_PORT = 65_535;

  private final List<Problem> problems;

  private SettingsReader(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * Reads the settings in a file.
   *
   * @throws InvalidFiles with every problem of the settings, of the profiles and of the recordings
   */
  public static GatewaySettings read(Path file) throws InvalidFiles {
    List<Problem> problems = new ArrayList<>();
    YamlDocument document = YamlDocument.read(file, problems);
    if (!problems.isEmpty()) {
      throw new InvalidFiles(problems);
    }
    GatewaySettings settings = new SettingsReader(problems).settings(document);
    if (!problems.isEmpty()) {
      throw new InvalidFiles(problems);
    }
    return settings;
  }

  /**
   * The built-in profiles with those in the folders; empty, with the problems, if these are broken.
   */
  public static Optional<ProfileLibrary> profiles(List<Path> folders, List<Problem> problems) {
    try {
      return Optional.of(ProfileLibrary.builtIn().with(folders));
    } catch (InvalidFiles broken) {
      problems.addAll(broken.problems());
      return Optional.empty();
    }
  }

  private GatewaySettings settings(YamlDocument root) {
    root.onlyKeys(
        "site",
        "gateway",
        "data",
        "status",
        "mqtt",
        "profiles",
        "spool",
        "coap",
        "devices",
        "recordings");
    YamlDocument site = root.mapping("site");
    site.onlyKeys("id", "country", "zone", "name");
    String gateway = root.text("gateway", ManifestReader.ID, ManifestReader.ID_RULE);
    List<Path> folders =
        root.optionalList("profiles").stream().map(YamlDocument::asText).map(Path::of).toList();
    Optional<ProfileLibrary> profiles = profiles(folders, problems);
    List<Device> devices = devices(root, profiles);
    return new GatewaySettings(
        site.text("id", ManifestReader.ID, ManifestReader.ID_RULE),
        site.text("country", Pattern.compile("[A-Z]{2}"), "use two capital letters, such as JP"),
        gateway,
        Path.of(root.text("data")),
        statusPort(root),
        mqtt(root.mapping("mqtt")),
        spoolBytes(root),
        root.optionalMapping("coap").map(this::coap),
        devices,
        root.optionalMapping("recordings")
            .map(place -> recordings(place, gateway, profiles, devices)));
  }

  private static int statusPort(YamlDocument root) {
    YamlDocument status = root.mapping("status");
    status.onlyKeys("port");
    return (int) status.integer("port", 0, MAX_PORT);
  }

  private static long spoolBytes(YamlDocument root) {
    Optional<YamlDocument> spool = root.optionalMapping("spool");
    spool.ifPresent(place -> place.onlyKeys("maxBytes"));
    return spool
        .map(
            place ->
                place.integer(
                    "maxBytes", SpoolLimits.MIN_BYTES, Long.MAX_VALUE, DEFAULT_SPOOL_BYTES))
        .orElse(DEFAULT_SPOOL_BYTES);
  }

  private static Mqtt mqtt(YamlDocument mqtt) {
    mqtt.onlyKeys("servers", "primaryHost", "windowBytes");
    List<URI> servers = new ArrayList<>();
    for (YamlDocument server : mqtt.list("servers")) {
      Optional<URI> uri = serverOf(server.asText());
      if (uri.isEmpty()) {
        server.problem("use tcp://host:port or ssl://host:port");
      }
      uri.ifPresent(servers::add);
    }
    return new Mqtt(
        servers,
        mqtt.text("primaryHost"),
        mqtt.integer("windowBytes", 16 * 1024, 4 * 1024 * 1024, DEFAULT_WINDOW_BYTES));
  }

  private static Optional<URI> serverOf(String text) {
    try {
      URI uri = new URI(text);
      boolean known = "tcp".equals(uri.getScheme()) || "ssl".equals(uri.getScheme());
      return known && uri.getHost() != null && uri.getPort() > 0
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException noUri) {
      return Optional.empty();
    }
  }

  private Coap coap(YamlDocument coap) {
    coap.onlyKeys("bind", "port", "maxPayloadBytes");
    String bind = coap.optionalText("bind").orElse("127.0.0.1");
    InetSocketAddress address =
        new InetSocketAddress(bind, (int) coap.integer("port", 0, MAX_PORT));
    if (address.isUnresolved()) {
      coap.problem("bind", "use an address of this machine, such as 127.0.0.1 or 0.0.0.0");
    }
    return new Coap(
        address, (int) coap.integer("maxPayloadBytes", 64, 1024 * 1024, DEFAULT_PAYLOAD_BYTES));
  }

  private List<Device> devices(YamlDocument root, Optional<ProfileLibrary> profiles) {
    List<Device> devices = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlDocument entry : root.optionalList("devices")) {
      if (!entry.isMapping()) {
        entry.problem("a mapping is needed");
        continue;
      }
      entry.onlyKeys("id", "profile", "name", "area", "asset", "capacity");
      String id = entry.text("id");
      if (entry.has("id") && !ids.add(id)) {
        entry.problem("id", "each device needs an id of its own");
      }
      Optional<Profile> profile = profile(entry, profiles);
      Device.Place place =
          new Device.Place(
              entry.optionalText("name"),
              entry.optionalText("area"),
              entry.optionalText("asset"),
              entry.has("capacity")
                  ? Optional.of(entry.integer("capacity", 0, Integer.MAX_VALUE))
                  : Optional.empty());
      profile.ifPresent(found -> devices.add(Device.of(id, found, place)));
    }
    return devices;
  }

  private static Optional<Profile> profile(YamlDocument entry, Optional<ProfileLibrary> profiles) {
    String reference = entry.text("profile");
    Optional<Profile> profile = profiles.flatMap(library -> library.find(reference));
    if (entry.has("profile") && profiles.isPresent() && profile.isEmpty()) {
      entry.problem(
          "profile", "no such profile is known; ./nagare profiles list names those that are");
    }
    return profile;
  }

  private Recordings recordings(
      YamlDocument place, String gateway, Optional<ProfileLibrary> profiles, List<Device> devices) {
    place.onlyKeys("directory", "speed", "time");
    Replay replay =
        new Replay(
            speed(place),
            place.has("time") ? place.oneOf("time", TimeMode.class) : TimeMode.ORIGINAL);
    String directory = place.text("directory");
    if (directory.isEmpty()) {
      return new Recordings(List.of(), replay);
    }
    Manifest manifest =
        ManifestReader.read(Path.of(directory), profiles, Map.of(gateway, devices), problems);
    return new Recordings(manifest.of(gateway), replay);
  }

  private static OptionalDouble speed(YamlDocument place) {
    String text = place.has("speed") ? place.text("speed") : "max";
    if (text.equals("max")) {
      return OptionalDouble.empty();
    }
    try {
      double speed = Double.parseDouble(text);
      if (speed > 0 && Double.isFinite(speed)) {
        return OptionalDouble.of(speed);
      }
    } catch (NumberFormatException noNumber) {
      // Noted below, together with numbers that are no speed.
    }
    place.problem("speed", "use max, or how many recorded seconds pass in one, such as 1 or 60");
    return OptionalDouble.empty();
  }
}
