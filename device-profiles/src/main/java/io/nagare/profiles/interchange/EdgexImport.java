package io.nagare.profiles.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.nagare.profiles.Kind;
import io.nagare.profiles.YamlDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Turns an EdgeX device profile into one of ours.
 *
 * <p>EdgeX says nothing of radios, periods or Japanese names. So the result has no interfaces,
 * which means that it is refused until somebody says how the device talks, and {@link
 * Imported#notes} says what else to complete. Source of the format: EdgeX Foundry, device profile
 * reference (v2, v3).
 */
public final class EdgexImport {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS));

  /** UCUM codes of units as EdgeX profiles spell them. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("c", "Cel"),
          Map.entry("degc", "Cel"),
          Map.entry("°c", "Cel"),
          Map.entry("celsius", "Cel"),
          Map.entry("degrees celsius", "Cel"),
          Map.entry("f", "[degF]"),
          Map.entry("°f", "[degF]"),
          Map.entry("degrees fahrenheit", "[degF]"),
          Map.entry("%", "%"),
          Map.entry("%rh", "%"),
          Map.entry("percent", "%"),
          Map.entry("v", "V"),
          Map.entry("volts", "V"),
          Map.entry("a", "A"),
          Map.entry("amps", "A"),
          Map.entry("amperes", "A"),
          Map.entry("w", "W"),
          Map.entry("watts", "W"),
          Map.entry("kw", "kW"),
          Map.entry("kwh", "kW.h"),
          Map.entry("hz", "Hz"),
          Map.entry("rpm", "{rpm}"),
          Map.entry("ppm", "[ppm]"),
          Map.entry("lux", "lx"),
          Map.entry("lx", "lx"),
          Map.entry("pa", "Pa"),
          Map.entry("hpa", "hPa"),
          Map.entry("kpa", "kPa"),
          Map.entry("bar", "bar"),
          Map.entry("dbm", "dB[mW]"),
          Map.entry("s", "s"),
          Map.entry("ms", "ms"),
          Map.entry("m", "m"),
          Map.entry("mm", "mm"),
          Map.entry("mm/s", "mm/s"),
          Map.entry("l/min", "L/min"));

  private EdgexImport() {}

  /**
   * What came of an import.
   *
   * @param profile the profile as YAML
   * @param id its id
   * @param notes what was left out or must be completed, in words
   */
  public record Imported(String profile, String id, List<String> notes) {

    /** Keeps a copy of the notes. */
    public Imported {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Imports a profile; what cannot be read goes into the document's problems.
   *
   * @param file the EdgeX profile, YAML or JSON
   * @param kind what the device reports on, which EdgeX does not say
   * @param period how often it reports, which EdgeX does not say
   */
  public static Imported read(YamlDocument file, Kind kind, Duration period) {
    List<String> notes = new ArrayList<>();
    String name = file.text("name");
    String id = "edgex/" + slug(name, '-');
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("id", id);
    profile.put("version", 1);
    profile.put("title", both(file.optionalText("description").orElse(name)));
    profile.put("kind", kind.id());
    if (file.has("manufacturer") && file.has("model")) {
      profile.put(
          "identity",
          Map.of("manufacturer", file.text("manufacturer"), "model", file.text("model")));
    }
    List<Map<String, Object>> measurements = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlDocument resource : file.list("deviceResources")) {
      measurement(resource, period, names, notes).ifPresent(measurements::add);
    }
    if (measurements.isEmpty()) {
      file.problem("deviceResources", "at least one number, boolean or string is needed");
    }
    profile.put("measurements", measurements);
    notes.add("interfaces: EdgeX does not say how the device talks; add them, or it is refused");
    notes.add("period: EdgeX does not say it; " + period + " was put everywhere");
    notes.add("title.ja: EdgeX has one language; the English text was put there");
    return new Imported(write(profile), id, notes);
  }

  private static Optional<Map<String, Object>> measurement(
      YamlDocument resource, Duration period, Set<String> names, List<String> notes) {
    String original = resource.text("name");
    String name = slug(original, '_');
    YamlDocument properties = resource.mapping("properties");
    String valueType = properties.text("valueType").toLowerCase(Locale.ROOT);
    Optional<String> type = type(valueType);
    if (type.isEmpty()) {
      notes.add(original + ": left out, there is no measurement of type " + valueType);
      return Optional.empty();
    }
    if (!names.add(name)) {
      resource.problem("name", "another resource becomes " + name + " too; rename one of them");
    }
    Map<String, Object> measurement = new LinkedHashMap<>();
    measurement.put("name", name);
    measurement.put("title", both(resource.optionalText("description").orElse(original)));
    measurement.put("unit", unit(original, properties.optionalText("units"), notes));
    measurement.put("type", type.get());
    measurement.put("period", period.toString());
    OptionalDouble low = limit(properties, "minimum");
    OptionalDouble high = limit(properties, "maximum");
    if (type.get().equals("number") && low.isPresent() && high.isPresent()) {
      if (low.getAsDouble() <= high.getAsDouble()) {
        measurement.put(
            "gross_range", Map.of("fail", List.of(low.getAsDouble(), high.getAsDouble())));
      } else {
        properties.problem("minimum", "it is above the maximum");
      }
    }
    if (properties.optionalText("readWrite").orElse("R").contains("W")) {
      measurement.put("writable", true);
    }
    return Optional.of(measurement);
  }

  private static Optional<String> type(String valueType) {
    if (valueType.equals("bool")) {
      return Optional.of("boolean");
    }
    if (valueType.equals("string")) {
      return Optional.of("string");
    }
    return valueType.matches("u?int(8|16|32|64)|float(32|64)")
        ? Optional.of("number")
        : Optional.empty();
  }

  private static String unit(String resource, Optional<String> unit, List<String> notes) {
    if (unit.isEmpty() || unit.get().isBlank()) {
      return "1";
    }
    String known = UNITS.get(unit.get().strip().toLowerCase(Locale.ROOT));
    if (known == null) {
      notes.add(
          resource + ": the unit \"" + unit.get() + "\" is not known; \"1\" was put, correct it");
      return "1";
    }
    return known;
  }

  /** EdgeX v2 writes limits as texts, v3 as numbers. */
  private static OptionalDouble limit(YamlDocument properties, String key) {
    if (!properties.has(key)) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(properties.text(key)));
    } catch (NumberFormatException notANumber) {
      properties.problem(key, "a number is needed");
      return OptionalDouble.empty();
    }
  }

  private static Map<String, String> both(String text) {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("en", text);
    both.put("ja", text);
    return both;
  }

  /** Lower-case words of a name in any of the usual spellings. */
  private static String slug(String name, char between) {
    String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    String joined = spaced.replaceAll("[^a-z0-9]+", " ").strip().replace(' ', between);
    if (joined.isEmpty()) {
      return "unnamed";
    }
    return Character.isDigit(joined.charAt(0)) && between == '_' ? "m_" + joined : joined;
  }

  private static String write(Map<String, Object> profile) {
    try {
      return YAML.writeValueAsString(profile);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("maps of texts and numbers can be written", impossible);
    }
  }
}
