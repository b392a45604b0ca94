package io.nagare.standalone.progress;

import io.nagare.standalone.processes.RestartRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences about processes, the same on a terminal and in a log. */
final class Words {
  private Words() {}

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  static String died(String name, String cause, int time) {
    String often = time == 1 ? "" : ", " + ordinal(time) + " time";
    return name + " died (" + cause + "): started again" + often;
  }

  static List<String> gaveUp(String name, String cause, List<String> lastLines) {
    List<String> lines = new ArrayList<>();
    lines.add(
        name
            + " died "
            + RestartRules.DEATHS_TO_GIVE_UP
            + " times within "
            + RestartRules.WINDOW.toSeconds()
            + " s (last: "
            + cause
            + ") and is given up; it wrote last:");
    lines.addAll(quoted(lastLines));
    return lines;
  }

  static List<String> refused(String name, List<String> lastLines) {
    List<String> lines = new ArrayList<>();
    lines.add(name + " refuses its settings; it says:");
    lines.addAll(quoted(lastLines));
    return lines;
  }

  private static List<String> quoted(List<String> lines) {
    return lines.stream().filter(line -> !line.startsWith("#")).map(l -> "  | " + l).toList();
  }

  static String ordinal(int number) {
    int tens = number % 100;
    if (tens >= 11 && tens <= 13) {
      return number + "th";
    }
    return switch (number % 10) {
      case 1 -> number + "st";
      case 2 -> number + "nd";
      case 3 -> number + "rd";
      default -> number + "th";
    };
  }
}
