package io.nagare.profiles;

/**
 * A text in the two languages of the product.
 *
 * @param en English, never empty
 * @param ja Japanese, never empty
 */
public record LocalizedText(String en, String ja) {

  /** The text in a language; English for every language other than {@code "ja"}. */
  public String in(String language) {
    return language.equals("ja") ? ja : en;
  }
}
