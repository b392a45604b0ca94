package io.nagare.profiles;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads one interface of a device. */
final class InterfaceReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private InterfaceReader() {}

  static DeviceInterface read(YamlDocument entry) {
    entry.onlyKeys(
        "id",
        "technology",
        "transmits",
        "frequencies",
        "bandwidth_khz",
        "power",
        "antenna",
        "settable_frequency",
        "modulation",
        "access");
    Technology technology = entry.oneOfIds("technology", Technology.class, Technology::id);
    boolean transmits = entry.bool("transmits", technology.radio());
    if (!technology.radio()) {
      for (String key : List.of("frequencies", "bandwidth_khz", "power", "antenna", "access")) {
        if (entry.has(key)) {
          entry.problem(key, "only a radio has it; leave it out");
        }
      }
      if (transmits) {
        entry.problem("transmits", "a " + technology.id() + " interface emits no radio waves");
      }
    }
    Optional<YamlDocument> power = entry.optionalMapping("power");
    Optional<YamlDocument> antenna = entry.optionalMapping("antenna");
    power.ifPresent(it -> it.onlyKeys("max_dbm", "max_mw", "settable"));
    antenna.ifPresent(it -> it.onlyKeys("gain_dbi", "cable_loss_db"));
    return new DeviceInterface(
        entry.text("id", ID, "use lower-case letters, digits and -, such as \"lora\""),
        technology,
        transmits,
        entry.optionalList("frequencies").stream().map(InterfaceReader::frequencies).toList(),
        Math.round(entry.number("bandwidth_khz", 0.001, 10_000_000).orElse(0) * 1e3),
        power.isPresent() ? dbm(power.get(), "max_dbm", "max_mw") : OptionalDouble.empty(),
        antenna.isPresent() ? antenna.get().number("gain_dbi", -50, 60) : OptionalDouble.empty(),
        antenna.isPresent() ? antenna.get().number("cable_loss_db", 0, 100).orElse(0) : 0,
        power.isPresent() && power.get().bool("settable", false),
        entry.bool("settable_frequency", false),
        entry.optionalText("modulation"),
        entry.optionalMapping("access").map(InterfaceReader::access));
  }

  /** A power that is written in dBm or in milliwatts; empty where neither is. */
  static OptionalDouble dbm(YamlDocument place, String dbmKey, String milliwattKey) {
    if (place.has(dbmKey) && place.has(milliwattKey)) {
      place.problem(milliwattKey, "give " + dbmKey + " or " + milliwattKey + ", not both");
    }
    if (place.has(milliwattKey)) {
      OptionalDouble milliwatts = place.number(milliwattKey, 1e-12, 1e6);
      return milliwatts.isPresent()
          ? OptionalDouble.of(Decibels.ofMilliwatts(milliwatts.getAsDouble()))
          : milliwatts;
    }
    return place.number(dbmKey, -120, 60);
  }

  private static FrequencySpan frequencies(YamlDocument entry) {
    entry.onlyKeys("at_mhz", "from_mhz", "to_mhz", "step_mhz");
    if (entry.has("at_mhz")) {
      if (entry.has("from_mhz") || entry.has("to_mhz") || entry.has("step_mhz")) {
        entry.problem("at_mhz", "give at_mhz, or from_mhz and to_mhz, not both");
      }
      return FrequencySpan.at(FrequencySpan.hertz(frequency(entry, "at_mhz")));
    }
    return span(entry, frequency(entry, "from_mhz"), frequency(entry, "to_mhz"));
  }

  /** A span with the step of the place, which may be absent. */
  static FrequencySpan span(YamlDocument place, double fromMhz, double toMhz) {
    long from = FrequencySpan.hertz(fromMhz);
    long to = FrequencySpan.hertz(toMhz);
    long step = FrequencySpan.hertz(place.number("step_mhz", 1e-6, 100_000).orElse(0));
    if (from > to) {
      place.problem("to_mhz", "the lower frequency stands first");
      return FrequencySpan.at(from);
    }
    if (step > 0 && (to - from) % step != 0) {
      place.problem("step_mhz", "the steps must lead from the lowest to the highest frequency");
    }
    return new FrequencySpan(from, to, step);
  }

  private static double frequency(YamlDocument entry, String key) {
    double frequency = entry.number(key);
    if (entry.has(key) && !(0 < frequency && frequency < 1_000_000)) {
      entry.problem(key, "a frequency in MHz is needed");
    }
    return frequency;
  }

  private static AccessMode access(YamlDocument access) {
    access.onlyKeys(
        "carrier_sense_us",
        "max_transmission_ms",
        "pause_ms",
        "per_hour_s",
        "dwell_ms",
        "hopping_channels",
        "radar_detection",
        "class");
    return new AccessMode(
        micros(access, "carrier_sense_us", 1),
        micros(access, "max_transmission_ms", 1e3),
        micros(access, "pause_ms", 1e3),
        micros(access, "per_hour_s", 1e6),
        micros(access, "dwell_ms", 1e3),
        (int) access.integer("hopping_channels", 1, 10_000, 1),
        access.bool("radar_detection", false),
        access.optionalText("class"));
  }

  private static OptionalLong micros(YamlDocument access, String key, double unitMicros) {
    OptionalDouble number = access.number(key, 0, 3.6e9);
    return number.isPresent()
        ? OptionalLong.of(Math.round(number.getAsDouble() * unitMicros))
        : OptionalLong.empty();
  }
}
