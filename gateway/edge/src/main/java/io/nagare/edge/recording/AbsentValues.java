package io.nagare.edge.recording;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values by which a recording says that there was nothing to report.
 *
 * @param texts as the manifest writes them
 * @param numbers those of them that are numbers: {@code -200.0} is {@code -200} too
 */
public record AbsentValues(Set<String> texts, Set<Double> numbers) {

  /** Every value reports something. */
  public static final AbsentValues NONE = new AbsentValues(Set.of(), Set.of());

  /** These values report nothing. */
  public static AbsentValues of(List<String> values) {
    return new AbsentValues(
        Set.copyOf(values),
        values.stream()
            .map(AbsentValues::number)
            .filter(Double::isFinite)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether this cell reports nothing. */
  public boolean contains(String cell) {
    if (texts.isEmpty()) {
      return false;
    }
    return texts.contains(cell) || (!numbers.isEmpty() && numbers.contains(number(cell)));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }
}
