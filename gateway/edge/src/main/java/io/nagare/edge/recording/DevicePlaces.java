package io.nagare.edge.recording;

import io.nagare.edge.reading.Device;
import io.nagare.profiles.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a recording set says of where its devices are: a file with a row a place. */
final class DevicePlaces {
  static final DevicePlaces NONE = new DevicePlaces(Map.of());

  private static final List<String> OPTIONAL = List.of("name", "area", "asset", "capacity");

  private static final List<String> USUAL_SEPARATORS = List.of(",", ";", "\t");

  private final Map<String, Device.Place> places;

  private DevicePlaces(Map<String, Device.Place> places) {
    this.places = places;
  }

  Device.Place of(String id) {
    return places.getOrDefault(id, Device.Place.UNKNOWN);
  }

  /** The place that a device's own entry in YAML says. */
  static Device.Place of(YamlDocument device) {
    return new Device.Place(
        device.optionalText("name"),
        device.optionalText("area"),
        device.optionalText("asset"),
        device.has("capacity")
            ? Optional.of(device.integer("capacity", 0, Integer.MAX_VALUE))
            : Optional.empty());
  }

  /** Reads a file of places; what is wrong is noted in the manifest's entry. */
  static DevicePlaces read(YamlDocument entry, Path folder) {
    entry.onlyKeys("file", "separator", "id", "name", "area", "asset", "capacity");
    String name = entry.text("file");
    String idColumn = entry.text("id");
    Path file = folder.resolve(name);
    if (name.isEmpty() || idColumn.isEmpty()) {
      return NONE;
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      entry.problem("file", "there is no readable file " + file);
      return NONE;
    }
    try {
      return read(entry, file, separator(entry, file, idColumn));
    } catch (IOException unreadable) {
      entry.problem("file", "it cannot be read (" + unreadable.getMessage() + ")");
      return NONE;
    }
  }

  private static DevicePlaces read(YamlDocument entry, Path file, String separator)
      throws IOException {
    try (CsvRows rows = CsvRows.open(file, separator)) {
      List<String> header = rows.next().map(CsvRows.Row::fields).orElse(List.of());
      Map<String, Integer> columns = new HashMap<>();
      columns.put("id", column(entry, "id", header));
      OPTIONAL.stream()
          .filter(entry::has)
          .forEach(key -> columns.put(key, column(entry, key, header)));
      return columns.containsValue(-1) ? NONE : new DevicePlaces(places(rows, columns));
    }
  }

  /** The separator that the manifest says, or the usual one that makes the id a column. */
  private static String separator(YamlDocument entry, Path file, String idColumn)
      throws IOException {
    if (entry.has("separator")) {
      String separator = entry.child("separator").tree().asText();
      return separator.equals("tab") ? "\t" : separator;
    }
    for (String separator : USUAL_SEPARATORS) {
      try (CsvRows rows = CsvRows.open(file, separator)) {
        if (rows.next().filter(header -> header.fields().contains(idColumn)).isPresent()) {
          return separator;
        }
      }
    }
    return USUAL_SEPARATORS.get(0);
  }

  private static int column(YamlDocument entry, String key, List<String> header) {
    int index = header.indexOf(entry.text(key));
    if (index < 0) {
      entry.problem(
          key, "the file of places has no such column; it has " + String.join(", ", header));
    }
    return index;
  }

  private static Map<String, Device.Place> places(CsvRows rows, Map<String, Integer> columns)
      throws IOException {
    Map<String, Device.Place> places = new HashMap<>();
    for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
      CsvRows.Row fields = row.get();
      cell(fields, columns, "id")
          .ifPresent(
              id ->
                  places.putIfAbsent(
                      id,
                      new Device.Place(
                          cell(fields, columns, "name"),
                          cell(fields, columns, "area"),
                          cell(fields, columns, "asset"),
                          cell(fields, columns, "capacity").flatMap(DevicePlaces::capacity))));
    }
    return places;
  }

  private static Optional<String> cell(CsvRows.Row row, Map<String, Integer> columns, String key) {
    Integer index = columns.get(key);
    return index == null
        ? Optional.empty()
        : Optional.of(row.field(index)).filter(text -> !text.isEmpty());
  }

  /** Lists of places have gaps: a capacity that is no positive number is an unknown one. */
  private static Optional<Long> capacity(String text) {
    try {
      double number = Double.parseDouble(text);
      return number >= 1 && number <= Integer.MAX_VALUE
          ? Optional.of(Math.round(number))
          : Optional.empty();
    } catch (NumberFormatException unknown) {
      return Optional.empty();
    }
  }
}
