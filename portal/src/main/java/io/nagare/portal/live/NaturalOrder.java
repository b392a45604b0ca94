package io.nagare.portal.live;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Orders names as people do: {@code machine-2} before {@code machine-10}. */
final class NaturalOrder implements Comparator<String>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern BORDER = Pattern.compile("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");

  @Override
  public int compare(String left, String right) {
    List<String> ours = List.of(BORDER.split(left));
    List<String> theirs = List.of(BORDER.split(right));
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      int order = part(ours.get(i), theirs.get(i));
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(ours.size(), theirs.size());
    return order != 0 ? order : left.compareTo(right);
  }

  private static int part(String left, String right) {
    boolean numbers = isNumber(left) && isNumber(right);
    return numbers
        ? new BigInteger(left).compareTo(new BigInteger(right))
        : left.compareToIgnoreCase(right);
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
