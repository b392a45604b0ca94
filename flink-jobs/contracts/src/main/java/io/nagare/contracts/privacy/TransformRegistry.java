package io.nagare.contracts.privacy;

import io.nagare.contracts.Governance.TransformSpec;
import io.nagare.contracts.PrivacyCategory;
import io.nagare.profiles.LocalizedText;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The transforms that may lower a category, what they must be given, and how far they lower it.
 *
 * <table>
 *   <caption>Effect</caption>
 *   <tr><td>keyed-pseudonym</td><td>personal → pseudonymised</td></tr>
 *   <tr><td>keyed-pseudonym, space- and time-generalisation, banding of what is left</td>
 *       <td>pseudonymised → anonymised</td></tr>
 *   <tr><td>k-suppression</td><td>personal and below → about nobody; sensitive → anonymised</td></tr>
 * </table>
 */
public final class TransformRegistry {
  /** Suppression of what is about fewer than k persons, with complements. */
  public static final String K_SUPPRESSION = "k-suppression";

  /** Values in bands. */
  public static final String BANDING = "banding";

  /** Places in grid cells. */
  public static final String SPACE_GENERALISATION = "space-generalisation";

  /** Times in steps. */
  public static final String TIME_GENERALISATION = "time-generalisation";

  /** Identifiers under a key that is destroyed. */
  public static final String KEYED_PSEUDONYM = "keyed-pseudonym";

  /** The smallest k that a contract may ask for. Ours: the law names no number. */
  public static final int LEAST_K = 5;

  private static final Duration LONGEST_ROTATION = Duration.ofDays(31);
  private static final Duration SHORTEST_STEP = Duration.ofMinutes(15);
  private static final int NARROWEST_BAND = 5;
  private static final Map<String, Set<String>> PARAMETERS =
      Map.of(
          K_SUPPRESSION, Set.of("k", "distinct", "hierarchy", "complementary"),
          BANDING, Set.of("field", "bounds"),
          SPACE_GENERALISATION, Set.of("fields", "mesh"),
          TIME_GENERALISATION, Set.of("field", "step"),
          KEYED_PSEUDONYM, Set.of("field", "rotation"));

  private TransformRegistry() {}

  /** The category after the transforms; one that is not allowed lowers nothing. */
  public static PrivacyCategory after(PrivacyCategory before, List<TransformSpec> transforms) {
    PrivacyCategory category = before;
    Set<String> done = new HashSet<>();
    for (TransformSpec transform : transforms) {
      if (problems(transform).isEmpty()) {
        done.add(transform.name());
        category = lowered(category, transform.name(), done);
      }
    }
    return category;
  }

  private static PrivacyCategory lowered(
      PrivacyCategory category, String transform, Set<String> done) {
    if (transform.equals(K_SUPPRESSION)) {
      return switch (category) {
        case SENSITIVE -> PrivacyCategory.ANONYMISED;
        case OTHER -> category;
        default -> PrivacyCategory.NON_PERSONAL;
      };
    }
    if (category == PrivacyCategory.PERSONAL && transform.equals(KEYED_PSEUDONYM)) {
      category = PrivacyCategory.PSEUDONYMISED;
    }
    boolean generalised =
        done.containsAll(Set.of(KEYED_PSEUDONYM, SPACE_GENERALISATION, TIME_GENERALISATION));
    return category == PrivacyCategory.PSEUDONYMISED && generalised
        ? PrivacyCategory.ANONYMISED
        : category;
  }

  /** What is wrong with a transform of a contract; nothing when it is registered and allowed. */
  public static List<LocalizedText> problems(TransformSpec transform) {
    Set<String> known = PARAMETERS.get(transform.name());
    if (known == null) {
      return List.of(
          new LocalizedText(
              "transform \"%s\" is not registered; registered are %s"
                  .formatted(transform.name(), String.join(", ", names())),
              "変換「%s」は未登録です（登録済み：%s）".formatted(transform.name(), String.join(", ", names()))));
    }
    List<LocalizedText> problems = new ArrayList<>();
    for (String parameter : known.stream().sorted().toList()) {
      String value = transform.parameters().get(parameter);
      allowed(transform.name(), parameter, value)
          .ifPresent(
              allowed ->
                  problems.add(
                      new LocalizedText(
                          "%s: %s is %s; %s"
                              .formatted(
                                  transform.name(),
                                  parameter,
                                  value == null ? "missing" : "\"" + value + "\"",
                                  allowed),
                          "%s：%s が %s です（%s）"
                              .formatted(
                                  transform.name(),
                                  parameter,
                                  value == null ? "未設定" : "「" + value + "」",
                                  allowed))));
    }
    transform.parameters().keySet().stream()
        .filter(parameter -> !known.contains(parameter))
        .sorted()
        .forEach(
            parameter ->
                problems.add(
                    new LocalizedText(
                        "%s: \"%s\" is not a parameter; known are %s"
                            .formatted(transform.name(), parameter, sorted(known)),
                        "%s：「%s」という引数はありません（%s）"
                            .formatted(transform.name(), parameter, sorted(known)))));
    return problems;
  }

  /** The names of all registered transforms. */
  public static List<String> names() {
    return PARAMETERS.keySet().stream().sorted().toList();
  }

  /** What would be allowed, when the value is not. */
  private static Optional<String> allowed(
      String transform, String parameter, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return Optional.of("it is needed");
    }
    return switch (transform + "." + parameter) {
      case K_SUPPRESSION + ".k" ->
          when(!number(value, LEAST_K, 1_000_000), "a whole number from " + LEAST_K);
      case K_SUPPRESSION + ".complementary" -> when(!value.equals("true"), "only true is allowed");
      case BANDING + ".bounds" ->
          when(!bands(value), "rising whole numbers at least " + NARROWEST_BAND + " apart");
      case SPACE_GENERALISATION + ".mesh" ->
          when(!number(value, 1, 3), "1 (80 km), 2 (10 km) or 3 (1 km), JIS X 0410");
      case TIME_GENERALISATION + ".step" ->
          when(!duration(value, SHORTEST_STEP, Duration.ofDays(366)), "at least PT15M");
      case KEYED_PSEUDONYM + ".rotation" ->
          when(!duration(value, Duration.ofMinutes(1), LONGEST_ROTATION), "at most P31D");
      default -> Optional.empty();
    };
  }

  private static Optional<String> when(boolean wrong, String allowed) {
    return wrong ? Optional.of(allowed) : Optional.empty();
  }

  private static boolean number(String value, int least, int most) {
    return value.matches("[0-9]{1,7}")
        && Integer.parseInt(value) >= least
        && Integer.parseInt(value) <= most;
  }

  private static boolean bands(String value) {
    String[] bounds = value.split(",", -1);
    for (int i = 0; i < bounds.length; i++) {
      if (!bounds[i].matches("[0-9]{1,7}")
          || (i > 0
              && Integer.parseInt(bounds[i]) - Integer.parseInt(bounds[i - 1]) < NARROWEST_BAND)) {
        return false;
      }
    }
    return true;
  }

  private static boolean duration(String value, Duration least, Duration most) {
    try {
      Duration duration = Duration.parse(value);
      return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    } catch (DateTimeParseException notDuration) {
      return false;
    }
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }
}
