package io.nagare.contracts;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What personal data a dataset or field holds, in the words that Japanese catalogs exchange.
 *
 * <p>From the least to the most strict. Source: CADDE, extra {@code
 * privacy_policy_contains_personal_data}; the acts are named in {@code
 * docs/reference/privacy-rules.md}.
 */
public enum PrivacyCategory {
  /** Nothing about a person. */
  NON_PERSONAL("非個人情報"),
  /** De-identified data of public bodies; since 2022 treated as anonymised data. */
  DE_IDENTIFIED("非識別加工情報"),
  /** Anonymised data under the Act on the Protection of Personal Information. */
  ANONYMISED("匿名加工情報"),
  /** Pseudonymised data under the same act. */
  PSEUDONYMISED("仮名加工情報"),
  /** Personal data without special care. */
  PERSONAL("個人情報(含まない)"),
  /** Personal data that needs special care. */
  SENSITIVE("個人情報(要配慮を含む)"),
  /** Something else. Says nothing, so it is treated as the strictest and never published. */
  OTHER("その他");

  // Reads well, but is not the word that catalogs exchange.
  private static final String PERSONAL_IN_FULL = "個人情報(要配慮を含まない)";

  private final String term;

  PrivacyCategory(String term) {
    this.term = term;
  }

  /** The Japanese term, as catalogs exchange it. */
  public String term() {
    return term;
  }

  /** The category of this term; {@code 個人情報(要配慮を含まない)} is understood too. */
  public static Optional<PrivacyCategory> of(String term) {
    for (PrivacyCategory category : values()) {
      if (category.term.equals(term)) {
        return Optional.of(category);
      }
    }
    return term.equals(PERSONAL_IN_FULL) ? Optional.of(PERSONAL) : Optional.empty();
  }

  /** The stricter of the two. */
  public PrivacyCategory strictest(PrivacyCategory other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether this one is stricter. */
  public boolean stricterThan(PrivacyCategory other) {
    return compareTo(other) > 0;
  }

  /** Every term, for messages. */
  static String terms() {
    return Arrays.stream(values()).map(PrivacyCategory::term).collect(Collectors.joining(", "));
  }
}
