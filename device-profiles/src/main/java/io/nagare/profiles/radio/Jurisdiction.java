package io.nagare.profiles.radio;

import io.nagare.profiles.Certificate.Scheme;
import io.nagare.profiles.LocalizedText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The radio rules of a country or of several that share them.
 *
 * @param code the code that certificates name, such as {@code JP}
 * @param version counts up with every change
 * @param title in words
 * @param countries ISO 3166 codes of the countries
 * @param numberForms the form of certificate numbers by scheme; a scheme without one has any form
 * @param numberNeeded whether a type or unit certificate counts only with its number
 * @param trialDays how long a special trial may last; 0 where there is none
 * @param rules in the order in which they are preferred
 */
public record Jurisdiction(
    String code,
    int version,
    LocalizedText title,
    List<String> countries,
    Map<Scheme, Pattern> numberForms,
    boolean numberNeeded,
    int trialDays,
    List<RadioRule> rules) {

  /** Keeps copies of the collections. */
  public Jurisdiction {
    countries = List.copyOf(countries);
    numberForms = Map.copyOf(numberForms);
    rules = List.copyOf(rules);
  }
}
