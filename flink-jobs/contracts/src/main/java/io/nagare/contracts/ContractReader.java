package io.nagare.contracts;

import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.YamlDocument;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one contract from its YAML document; what is wrong goes into the document's problems. */
final class ContractReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final Pattern URL = Pattern.compile("https?://\\S+");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private final YamlDocument file;
  private final Map<String, YamlDocument> custom;

  private ContractReader(YamlDocument file) {
    this.file = file;
    this.custom = customProperties(file);
  }

  static DatasetContract read(YamlDocument file) {
    return new ContractReader(file).contract();
  }

  private DatasetContract contract() {
    fixed("kind", "DataContract");
    fixed("apiVersion", "v3.1.0");
    YamlDocument table = onlyTable();
    List<YamlDocument> properties = table.present() ? table.list("properties") : List.of();
    Optional<PrivacyCategory> category = declaredCategory();
    return new DatasetContract(
        file.text("id", ID, "use lower-case words joined by -, such as \"parking-occupancy\""),
        file.text("version", VERSION, "use three numbers such as \"1.0.0\""),
        file.text("status"),
        table.present() ? table.text("name", TABLE, "use lower-case words joined by _") : "",
        localized("title"),
        localized("description"),
        text("creator"),
        tags(),
        licence(),
        languages(),
        issued(),
        // Unknown never means harmless.
        category.orElse(PrivacyCategory.SENSITIVE),
        properties.stream().map(ContractReader::column).toList(),
        key(properties),
        recipe(),
        new GovernanceReader(custom).governance(category, fields(properties)),
        PromiseReader.read(file, Optional.ofNullable(custom.get("sla"))));
  }

  private void fixed(String key, String value) {
    if (!file.text(key).equals(value) && file.has(key)) {
      file.problem(key, "it must be \"" + value + "\"");
    }
  }

  private YamlDocument onlyTable() {
    List<YamlDocument> tables = file.list("schema");
    if (tables.size() > 1) {
      file.problem("schema", "a contract describes exactly one table");
    }
    return tables.isEmpty() ? file.child("schema") : tables.get(0);
  }

  private static Column column(YamlDocument property) {
    Map<String, YamlDocument> custom = customProperties(property);
    YamlDocument ja = custom.get("descriptionJa");
    if (ja == null) {
      property.problem("customProperties", "descriptionJa, the description in Japanese, is needed");
    }
    YamlDocument unit = custom.get("unit");
    return new Column(
        property.text("name", TABLE, "use lower-case words joined by _"),
        columnType(property),
        property.bool("required", false),
        new LocalizedText(property.text("description"), ja == null ? "" : ja.asText()),
        unit == null ? Optional.empty() : Optional.of(unit.asText()));
  }

  private static ColumnType columnType(YamlDocument property) {
    return switch (property.text("logicalType") + "/" + property.text("physicalType")) {
      case "string/string" -> ColumnType.STRING;
      case "integer/int" -> ColumnType.INTEGER;
      case "integer/long" -> ColumnType.LONG;
      case "number/double" -> ColumnType.DOUBLE;
      case "boolean/boolean" -> ColumnType.BOOLEAN;
      case "timestamp/timestamptz" -> ColumnType.TIMESTAMP;
      default -> {
        property.problem(
            "physicalType",
            "logical and physical type go together as string/string, integer/int, integer/long,"
                + " number/double, boolean/boolean, timestamp/timestamptz");
        yield ColumnType.STRING;
      }
    };
  }

  private static List<String> key(List<YamlDocument> properties) {
    return properties.stream()
        .filter(property -> property.bool("primaryKey", false))
        .sorted(Comparator.comparing(property -> property.integer("primaryKeyPosition", 1, 1000)))
        .map(property -> property.text("name"))
        .toList();
  }

  private LocalizedText localized(String property) {
    YamlDocument value = value(property);
    return value.isMapping()
        ? new LocalizedText(value.text("en"), value.text("ja"))
        : new LocalizedText("", "");
  }

  private String text(String property) {
    YamlDocument value = value(property);
    return value.present() ? value.asText() : "";
  }

  private List<LocalizedText> tags() {
    return value("tags").elements().stream()
        .map(tag -> new LocalizedText(tag.text("en"), tag.text("ja")))
        .toList();
  }

  private Licence licence() {
    YamlDocument value = value("licence");
    return value.isMapping()
        ? new Licence(value.text("title"), value.text("url", URL, "use an http or https address"))
        : new Licence("", "");
  }

  private List<String> languages() {
    List<String> languages = new ArrayList<>();
    for (YamlDocument language : value("languages").elements()) {
      if (!LANGUAGE.matcher(language.asText()).matches()) {
        language.problem("use a language code of two letters such as \"ja\"");
      }
      languages.add(language.asText());
    }
    return languages;
  }

  private LocalDate issued() {
    YamlDocument value = value("issued");
    try {
      return value.present() ? LocalDate.parse(value.asText()) : LocalDate.EPOCH;
    } catch (DateTimeParseException notDate) {
      value.problem("use a day such as \"2026-11-23\"");
      return LocalDate.EPOCH;
    }
  }

  /** A draft may leave its category open: it loads, and is published by nobody. */
  private Optional<PrivacyCategory> declaredCategory() {
    boolean draft = file.optionalText("status").filter("draft"::equals).isPresent();
    return draft && !custom.containsKey("privacyCategory")
        ? Optional.empty()
        : category(value("privacyCategory"));
  }

  static Optional<PrivacyCategory> category(YamlDocument value) {
    Optional<PrivacyCategory> category =
        value.present() ? PrivacyCategory.of(value.asText()) : Optional.empty();
    if (value.present() && category.isEmpty()) {
      value.problem("use one of " + PrivacyCategory.terms());
    }
    return category;
  }

  private static Map<String, Governance.Field> fields(List<YamlDocument> properties) {
    Map<String, Governance.Field> fields = new LinkedHashMap<>();
    for (YamlDocument property : properties) {
      Map<String, YamlDocument> custom = customProperties(property);
      Optional<PrivacyCategory> category =
          Optional.ofNullable(custom.get("privacyCategory")).flatMap(ContractReader::category);
      Optional<Governance.Identifier> identifier =
          Optional.ofNullable(custom.get("identifier"))
              .map(value -> GovernanceReader.constant(value, Governance.Identifier.class));
      if (category.isPresent() || identifier.isPresent()) {
        fields.put(property.text("name"), new Governance.Field(category, identifier));
      }
    }
    return fields;
  }

  private Recipe recipe() {
    YamlDocument value = value("recipe");
    Map<String, String> parameters = new LinkedHashMap<>();
    if (value.has("parameters")) {
      value.entries("parameters").forEach((name, given) -> parameters.put(name, given.asText()));
    }
    return new Recipe(value.present() ? value.text("name") : "", parameters);
  }

  /** The value of a custom property that every contract must have. */
  private YamlDocument value(String property) {
    YamlDocument value = custom.get(property);
    if (value == null) {
      file.problem("customProperties", "a property \"" + property + "\" with a value is needed");
      return file.child("customProperties").child(property);
    }
    return value;
  }

  private static Map<String, YamlDocument> customProperties(YamlDocument owner) {
    Map<String, YamlDocument> values = new LinkedHashMap<>();
    for (YamlDocument entry : owner.optionalList("customProperties")) {
      if (values.put(entry.text("property"), entry.child("value")) != null) {
        entry.problem("property", "each property may stand once");
      }
    }
    return values;
  }
}
