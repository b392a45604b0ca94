package io.nagare.portal.text;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** The languages of the pages. */
public enum Language {
  /** English. */
  EN,
  /** Japanese. */
  JA;

  /** ISO 639-1 code. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For numbers and dates. */
  public Locale locale() {
    return this == JA ? Locale.JAPAN : Locale.UK;
  }

  /** The other one, for the switch. */
  public Language other() {
    return this == JA ? EN : JA;
  }

  /** The language of this code. */
  public static Optional<Language> of(String id) {
    for (Language language : values()) {
      if (language.id().equals(id)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** The first language that a browser's {@code Accept-Language} asks for; English if none fits. */
  public static Language accepted(String header) {
    try {
      for (LanguageRange range : LanguageRange.parse(header)) {
        Optional<Language> language = of(range.getRange().split("-", 2)[0]);
        if (language.isPresent() && range.getWeight() > 0) {
          return language.get();
        }
      }
    } catch (IllegalArgumentException malformed) {
      // a header that nobody can read asks for nothing
    }
    return EN;
  }
}
