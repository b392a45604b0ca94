package io.nagare.contracts;

import java.time.Duration;
import java.util.Map;

/**
 * How a dataset is made from readings.
 *
 * @param name of a recipe that the pipeline knows
 * @param parameters what the recipe takes, by name
 */
public record Recipe(String name, Map<String, String> parameters) {

  /** Keeps a copy of the parameters. */
  public Recipe {
    parameters = Map.copyOf(parameters);
  }

  /**
   * A parameter that is an ISO 8601 duration.
   *
   * @throws java.time.format.DateTimeParseException if it is something else
   */
  public Duration duration(String parameter, Duration whenAbsent) {
    String text = parameters.get(parameter);
    return text == null ? whenAbsent : Duration.parse(text);
  }
}
