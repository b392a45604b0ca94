package io.nagare.contracts.privacy;

import io.nagare.profiles.LocalizedText;

/**
 * A reason why something may not be published or handed on.
 *
 * @param rule that forbids it
 * @param found what breaks the rule
 */
public record Refusal(PublicationRule rule, LocalizedText found) {

  /** Rule, what was found, source and remedy in one line. */
  public String text(String language) {
    return language.equals("ja")
        ? "%s：%s（根拠：%s）対処：%s"
            .formatted(rule.id(), found.ja(), rule.source().ja(), rule.remedy().ja())
        : "%s: %s (source: %s); %s"
            .formatted(rule.id(), found.en(), rule.source().en(), rule.remedy().en());
  }
}
