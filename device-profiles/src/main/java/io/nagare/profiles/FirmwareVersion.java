package io.nagare.profiles;

import java.math.BigInteger;

/**
 * A firmware version, ordered by its dotted numbers.
 *
 * <p>{@code 0.23.3} stands before {@code 0.29.2}, {@code 1.8} equals {@code 1.8.0}. Anything that
 * follows the numbers, such as {@code -rc1}, stands before the version without it, as in Semantic
 * Versioning 2.0.0 clause 11.
 *
 * @param text as the device reports it
 */
public record FirmwareVersion(String text) implements Comparable<FirmwareVersion> {

  /** Whether the text starts with a number, so that it has an order. */
  public boolean ordered() {
    return text.matches("[vV]?\\d+(\\.\\d+)*([-+ ].*)?");
  }

  @Override
  public int compareTo(FirmwareVersion other) {
    String[] mine = numbers().split("\\.", -1);
    String[] others = other.numbers().split("\\.", -1);
    for (int i = 0; i < Math.max(mine.length, others.length); i++) {
      int order = part(mine, i).compareTo(part(others, i));
      if (order != 0) {
        return order;
      }
    }
    if (suffix().isEmpty() || other.suffix().isEmpty()) {
      return Boolean.compare(suffix().isEmpty(), other.suffix().isEmpty());
    }
    return suffix().compareTo(other.suffix());
  }

  private static BigInteger part(String[] parts, int index) {
    return index < parts.length && !parts[index].isEmpty()
        ? new BigInteger(parts[index])
        : BigInteger.ZERO;
  }

  private String numbers() {
    String bare = text.startsWith("v") || text.startsWith("V") ? text.substring(1) : text;
    int end = 0;
    while (end < bare.length()
        && (Character.isDigit(bare.charAt(end)) || bare.charAt(end) == '.')) {
      end++;
    }
    return bare.substring(0, end);
  }

  private String suffix() {
    String bare = text.startsWith("v") || text.startsWith("V") ? text.substring(1) : text;
    String rest = bare.substring(numbers().length());
    return rest.startsWith("+") ? "" : rest;
  }
}
