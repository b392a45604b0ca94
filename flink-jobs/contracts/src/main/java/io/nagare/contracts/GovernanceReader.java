package io.nagare.contracts;

import io.nagare.contracts.Governance.Acquisition;
import io.nagare.contracts.Governance.Changes;
import io.nagare.contracts.Governance.DatedRecord;
import io.nagare.contracts.Governance.Ground;
import io.nagare.contracts.Governance.Input;
import io.nagare.contracts.Governance.RecordKind;
import io.nagare.contracts.Governance.TransformSpec;
import io.nagare.profiles.YamlDocument;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the custom properties {@code privacy} and {@code changes} of a contract. */
final class GovernanceReader {
  private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern CONTACT = Pattern.compile("(https?://|mailto:|tel:)\\S+");

  private final Map<String, YamlDocument> custom;

  GovernanceReader(Map<String, YamlDocument> custom) {
    this.custom = custom;
  }

  Governance governance(Optional<PrivacyCategory> category, Map<String, Governance.Field> fields) {
    YamlDocument privacy = custom.get("privacy");
    if (privacy == null) {
      Governance none = Governance.NONE;
      return new Governance(
          category,
          none.acquisition(),
          none.publicSpace(),
          none.ground(),
          none.purposes(),
          none.purposesSince(),
          none.contact(),
          none.lineage(),
          none.records(),
          fields,
          changes());
    }
    if (!privacy.isMapping()) {
      privacy.problem("a mapping is needed; see docs/reference/contracts.md");
    }
    privacy.onlyKeys(
        "acquisition",
        "publicSpace",
        "ground",
        "purposes",
        "purposesSince",
        "contact",
        "lineage",
        "records");
    return new Governance(
        category,
        privacy.oneOf("acquisition", Acquisition.class),
        privacy.bool("publicSpace", false),
        privacy.oneOf("ground", Ground.class),
        purposes(privacy),
        date(privacy, "purposesSince"),
        privacy.has("contact")
            ? Optional.of(
                privacy.text("contact", CONTACT, "use an https://, mailto: or tel: address"))
            : Optional.empty(),
        privacy.optionalList("lineage").stream().map(GovernanceReader::input).toList(),
        privacy.optionalList("records").stream().map(GovernanceReader::record).toList(),
        fields,
        changes());
  }

  private Changes changes() {
    YamlDocument changes = custom.get("changes");
    if (changes == null) {
      return Changes.DEFAULT;
    }
    changes.onlyKeys("noticePeriod", "announced", "effective");
    Duration notice =
        changes.has("noticePeriod")
            ? changes.duration("noticePeriod")
            : Changes.DEFAULT.noticePeriod();
    Optional<LocalDate> announced = date(changes, "announced");
    Optional<LocalDate> effective = date(changes, "effective");
    if (announced.isPresent()
        && effective.isPresent()
        && effective.get().isBefore(announced.get())) {
      changes.problem("effective", "a version holds only after it was announced");
    }
    return new Changes(notice, announced, effective);
  }

  private static List<String> purposes(YamlDocument privacy) {
    List<YamlDocument> purposes = privacy.optionalList("purposes");
    purposes.stream()
        .filter(purpose -> !WORDS.matcher(purpose.asText()).matches())
        .forEach(
            purpose ->
                purpose.problem("use lower-case words joined by -, such as \"maintenance\""));
    return purposes.stream().map(YamlDocument::asText).toList();
  }

  private static Input input(YamlDocument entry) {
    entry.onlyKeys("input", "category", "transforms");
    Input input =
        new Input(
            entry.text("input"),
            entry.has("category")
                ? ContractReader.category(entry.child("category"))
                : Optional.empty(),
            entry.optionalList("transforms").stream().map(GovernanceReader::transform).toList());
    if (input.dataset().isEmpty() && !entry.has("category")) {
      entry.problem(
          "category", "name the category of the input; only \"dataset:<id>\" tells its own");
    }
    return input;
  }

  private static TransformSpec transform(YamlDocument entry) {
    Map<String, String> parameters = new LinkedHashMap<>();
    entry
        .tree()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals("name")) {
                YamlDocument value = entry.child(name);
                parameters.put(
                    name,
                    value.isList()
                        ? value.elements().stream()
                            .map(YamlDocument::asText)
                            .collect(Collectors.joining(","))
                        : value.asText());
              }
            });
    return new TransformSpec(entry.text("name"), parameters);
  }

  private static DatedRecord record(YamlDocument entry) {
    entry.onlyKeys("kind", "date", "reference");
    if (!entry.has("date")) {
      entry.problem("date", "name the day from which the record holds, such as \"2026-11-23\"");
    }
    return new DatedRecord(
        entry.oneOf("kind", RecordKind.class),
        date(entry, "date").orElse(LocalDate.MAX),
        entry.text("reference"));
  }

  private static Optional<LocalDate> date(YamlDocument place, String key) {
    if (!place.has(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(place.text(key)));
    } catch (DateTimeParseException notDate) {
      place.problem(key, "use a day such as \"2026-11-23\"");
      return Optional.empty();
    }
  }

  /** The constant that a value names, in lower case with hyphens; the first after a problem. */
  static <E extends Enum<E>> E constant(YamlDocument value, Class<E> type) {
    E[] constants = type.getEnumConstants();
    String text = value.asText();
    return Arrays.stream(constants)
        .filter(constant -> written(constant).equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              value.problem(
                  "use one of "
                      + Arrays.stream(constants)
                          .map(GovernanceReader::written)
                          .collect(Collectors.joining(", ")));
              return constants[0];
            });
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
