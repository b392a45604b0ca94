package io.nagare.profiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in a YAML file that is read strictly: whatever is wrong is noted, and reading goes on.
 *
 * <p>A reader asks for what should be there and gets a value in any case: the real one, or a
 * neutral stand-in after a {@link Problem} was noted in the list that all places of all files
 * share. So one run finds every problem. What the reader never asked for is a problem too, once
 * {@link #onlyKeys} has said which keys there are. Duplicate keys do not parse.
 *
 * <pre>{@code
 * List<Problem> problems = new ArrayList<>();
 * YamlDocument file = YamlDocument.read(path, problems);
 * file.onlyKeys("id", "period");
 * String id = file.text("id");
 * Duration period = file.duration("period");
 * if (!problems.isEmpty()) throw new InvalidFiles(problems);
 * }</pre>
 */
public final class YamlDocument {
  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final String file;
  private final String path;
  private final JsonNode node;
  private final List<Problem> problems;

  private YamlDocument(String file, String path, JsonNode node, List<Problem> problems) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.problems = problems;
  }

  /** Reads a file; one that is missing or does not parse is a problem, and an empty document. */
  public static YamlDocument read(Path file, List<Problem> problems) {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8), problems);
    } catch (NoSuchFileException missing) {
      problems.add(new Problem(file.toString(), "", "not there", "give the path of a YAML file"));
    } catch (IOException unreadable) {
      problems.add(
          new Problem(
              file.toString(),
              "",
              "not readable (" + unreadable + ")",
              "it must be a UTF-8 file that this user may read"));
    }
    return new YamlDocument(file.toString(), "", MissingNode.getInstance(), problems);
  }

  /** Parses a text; one that does not parse is a problem, and an empty document. */
  public static YamlDocument parse(String file, String text, List<Problem> problems) {
    try {
      JsonNode root = YAML.readTree(text);
      YamlDocument document =
          new YamlDocument(file, "", root == null ? MissingNode.getInstance() : root, problems);
      if (!document.node.isObject()) {
        document.note("", document.found(), "it must be a YAML mapping of keys to values");
      }
      return document;
    } catch (JsonProcessingException broken) {
      String where =
          broken.getLocation() == null ? "" : "line " + broken.getLocation().getLineNr() + ", ";
      String why = broken.getOriginalMessage().lines().findFirst().orElse("no reason given");
      problems.add(new Problem(file, "", "not YAML (" + where + why + ")", "correct that line"));
      return new YamlDocument(file, "", MissingNode.getInstance(), problems);
    }
  }

  /** Whether there is anything at all at this place. */
  public boolean present() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** Whether this place is a mapping. */
  public boolean isMapping() {
    return node.isObject();
  }

  /** Whether this place is a list. */
  public boolean isList() {
    return node.isArray();
  }

  /** The path of this place in its file, such as {@code measurements[2].unit}. */
  public String path() {
    return path;
  }

  /** The file, as the user named it. */
  public String file() {
    return file;
  }

  /** The untouched tree below this place. */
  public JsonNode tree() {
    return node;
  }

  /** Whether the key has a value here. */
  public boolean has(String key) {
    return node.hasNonNull(key);
  }

  /** Notes every key that is not one of these. */
  public void onlyKeys(String... allowed) {
    Set<String> known = Set.of(allowed);
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                note(
                    at(key),
                    "not a known key",
                    "known here: "
                        + Arrays.stream(allowed).sorted().collect(Collectors.joining(", ")));
              }
            });
  }

  /** The mapping under a key; an empty place, and a problem, where there is none. */
  public YamlDocument mapping(String key) {
    YamlDocument child = child(key);
    if (!child.isMapping()) {
      note(at(key), child.found(), "a mapping is needed");
    }
    return child;
  }

  /** The mapping under a key, if there is one. */
  public Optional<YamlDocument> optionalMapping(String key) {
    return has(key) ? Optional.of(mapping(key)) : Optional.empty();
  }

  /** Whatever is under a key, without a check. */
  public YamlDocument child(String key) {
    return new YamlDocument(file, at(key), node.path(key), problems);
  }

  /** The elements of the list under a key; a problem where there is none or it is empty. */
  public List<YamlDocument> list(String key) {
    YamlDocument child = child(key);
    if (!child.isList() || child.node.isEmpty()) {
      note(at(key), child.found(), "a list with at least one element is needed");
      return List.of();
    }
    return child.elements();
  }

  /** The elements of the list under a key; none where the key is absent. */
  public List<YamlDocument> optionalList(String key) {
    YamlDocument child = child(key);
    if (!child.present()) {
      return List.of();
    }
    if (!child.isList()) {
      note(at(key), child.found(), "a list is needed");
      return List.of();
    }
    return child.elements();
  }

  /** The elements of this place, which is a list. */
  public List<YamlDocument> elements() {
    List<YamlDocument> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(new YamlDocument(file, path + "[" + i + "]", node.get(i), problems));
    }
    return elements;
  }

  /** The entries of the mapping under a key, in the order of the file. */
  public Map<String, YamlDocument> entries(String key) {
    YamlDocument child = mapping(key);
    Map<String, YamlDocument> entries = new LinkedHashMap<>();
    child.node.fieldNames().forEachRemaining(name -> entries.put(name, child.child(name)));
    return entries;
  }

  /** The text under a key; a problem and the empty text where there is none. */
  public String text(String key) {
    return child(key).asText();
  }

  /** The text under a key that matches a pattern; {@code allowed} says in words what that is. */
  public String text(String key, Pattern pattern, String allowed) {
    String text = text(key);
    if (has(key) && !pattern.matcher(text).matches()) {
      note(at(key), quoted(text), allowed);
    }
    return text;
  }

  /** The text under a key, if there is one. */
  public Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** This place's text; numbers and booleans are given as they are written. */
  public String asText() {
    if (!node.isValueNode() || node.isNull() || node.asText().isEmpty()) {
      note(path, found(), "a text is needed");
      return "";
    }
    return node.asText();
  }

  /** The whole number under a key, inside the limits; the lower limit after a problem. */
  public long integer(String key, long min, long max) {
    JsonNode number = node.path(key);
    if (!number.isIntegralNumber()
        || !number.canConvertToLong()
        || number.longValue() < min
        || number.longValue() > max) {
      note(at(key), child(key).found(), "a whole number from " + min + " to " + max + " is needed");
      return min;
    }
    return number.longValue();
  }

  /** The whole number under a key, or the default where the key is absent. */
  public long integer(String key, long min, long max, long whenAbsent) {
    return has(key) ? integer(key, min, max) : whenAbsent;
  }

  /** The number under a key, if there is one; a problem where it is something else. */
  public Optional<Double> optionalNumber(String key) {
    return has(key) ? Optional.of(child(key).asNumber()) : Optional.empty();
  }

  /** The number under a key; a problem and 0 where there is none. */
  public double number(String key) {
    return child(key).asNumber();
  }

  /** The number under a key inside the limits, if there is one. */
  public OptionalDouble number(String key, double min, double max) {
    if (!has(key)) {
      return OptionalDouble.empty();
    }
    double number = number(key);
    if (!(min <= number && number <= max)) {
      note(at(key), child(key).found(), "a number from " + min + " to " + max + " is needed");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number);
  }

  /** The two numbers of a list such as {@code [922.0, 923.4]}, the lower one first. */
  public Optional<Range> span(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    List<YamlDocument> ends = child(key).isList() ? child(key).elements() : List.of();
    if (ends.size() == 2) {
      double low = ends.get(0).asNumber();
      double high = ends.get(1).asNumber();
      if (low <= high) {
        return Optional.of(new Range(low, high));
      }
    }
    note(at(key), child(key).found(), "two numbers are needed, the lower one first");
    return Optional.empty();
  }

  /** The texts of the list under a key; none where the key is absent. */
  public List<String> texts(String key) {
    return optionalList(key).stream().map(YamlDocument::asText).toList();
  }

  /** The day under a key, such as {@code 2026-04-01}, if there is one. */
  public Optional<LocalDate> date(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    String text = text(key);
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      note(at(key), quoted(text), "use a day such as \"2026-04-01\"");
      return Optional.empty();
    }
  }

  /** The positive ISO 8601 duration under a key, if there is one. */
  public Optional<Duration> optionalDuration(String key) {
    return has(key) ? Optional.of(duration(key)) : Optional.empty();
  }

  /** This place's number; a problem and 0 where it is something else. */
  public double asNumber() {
    if (!node.isNumber()) {
      note(path, found(), "a number is needed");
      return 0;
    }
    return node.doubleValue();
  }

  /** The boolean under a key, or the default where the key is absent. */
  public boolean bool(String key, boolean whenAbsent) {
    if (!has(key)) {
      return whenAbsent;
    }
    if (!node.path(key).isBoolean()) {
      note(at(key), child(key).found(), "true or false is needed");
    }
    return node.path(key).booleanValue();
  }

  /** The positive ISO 8601 duration under a key, such as {@code PT15M}; one second otherwise. */
  public Duration duration(String key) {
    String text = text(key);
    if (has(key)) {
      try {
        Duration duration = Duration.parse(text);
        if (duration.compareTo(Duration.ZERO) > 0) {
          return duration;
        }
      } catch (DateTimeParseException notADuration) {
        // Noted below, together with durations that are not positive.
      }
      note(at(key), quoted(text), "use a positive ISO 8601 duration such as \"PT15M\"");
    }
    return Duration.ofSeconds(1);
  }

  /** One of an enum's constants, written in lower case with hyphens; the first otherwise. */
  public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
    return oneOfIds(key, type, YamlDocument::written);
  }

  /** One of an enum's constants in a spelling of its own; the first otherwise. */
  public <E extends Enum<E>> E oneOfIds(String key, Class<E> type, Function<E, String> spelling) {
    String text = text(key);
    for (E constant : type.getEnumConstants()) {
      if (spelling.apply(constant).equals(text)) {
        return constant;
      }
    }
    if (has(key)) {
      note(
          at(key),
          quoted(text),
          "use one of "
              + Arrays.stream(type.getEnumConstants())
                  .map(spelling)
                  .collect(Collectors.joining(", ")));
    }
    return type.getEnumConstants()[0];
  }

  /** One of an enum's constants as {@link #oneOf(String, Class)}, or the default. */
  public <E extends Enum<E>> E oneOf(String key, Class<E> type, E whenAbsent) {
    return has(key) ? oneOf(key, type) : whenAbsent;
  }

  /** The text in both languages under a key: a mapping with {@code en} and {@code ja}. */
  public LocalizedText localized(String key) {
    YamlDocument both = mapping(key);
    if (!both.isMapping()) {
      return new LocalizedText("", "");
    }
    both.onlyKeys("en", "ja");
    return new LocalizedText(both.text("en"), both.text("ja"));
  }

  /** Notes a problem of the value under a key. */
  public void problem(String key, String remedy) {
    note(at(key), child(key).found(), remedy);
  }

  /** Notes a problem of this place itself. */
  public void problem(String remedy) {
    note(path, found(), remedy);
  }

  private void note(String where, String found, String remedy) {
    problems.add(new Problem(file, where, found, remedy));
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String found() {
    if (node.isMissingNode()) {
      return "missing";
    }
    if (node.isNull()) {
      return "empty";
    }
    if (node.isContainerNode()) {
      return node.isEmpty() ? "empty" : node.isArray() ? "a list" : "a mapping";
    }
    return node.isTextual() ? quoted(node.asText()) : node.asText();
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
