package io.nagare.contracts;

import java.util.Optional;

/**
 * What personal data a dataset holds, in the words that Japanese catalogs exchange.
 *
 * <p>Source: CADDE, extra {@code privacy_policy_contains_personal_data}. From the least to the most
 * sensitive.
 */
public enum PrivacyCategory {
  /** Nothing about a person. */
  NON_PERSONAL("非個人情報"),
  /** Anonymised data under the Act on the Protection of Personal Information. */
  ANONYMISED("匿名加工情報"),
  /** Pseudonymised data under the same act. */
  PSEUDONYMISED("仮名加工情報"),
  /** Personal data without special care. */
  PERSONAL("個人情報(要配慮を含まない)"),
  /** Personal data that needs special care. */
  SENSITIVE("個人情報(要配慮を含む)");

  private final String term;

  PrivacyCategory(String term) {
    this.term = term;
  }

  /** The Japanese term, as contracts and catalogs write it. */
  public String term() {
    return term;
  }

  /** The category of this term. */
  public static Optional<PrivacyCategory> of(String term) {
    for (PrivacyCategory category : values()) {
      if (category.term.equals(term)) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }
}
