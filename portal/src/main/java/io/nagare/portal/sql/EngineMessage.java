package io.nagare.portal.sql;

import java.sql.SQLException;

/** The engine's failures in one clear line. */
final class EngineMessage {
  private static final String WRAPPER = "Error: ";

  private EngineMessage() {}

  /** What went wrong, without the engine's own advice on how to configure it. */
  static String of(SQLException failed) {
    String message = String.valueOf(failed.getMessage());
    if (message.startsWith("Invalid Input Error: Attempting to execute an unsuccessful")) {
      int inner = message.indexOf(WRAPPER, "Invalid Input Error: ".length());
      message = inner < 0 ? message : message.substring(inner + WRAPPER.length());
    }
    if (message.contains("Out of Memory") || message.contains("Java heap space")) {
      return "the query needs more memory than it may use; aggregate or filter more, or ask for"
          + " fewer rows";
    }
    StringBuilder lines = new StringBuilder();
    message.lines().takeWhile(line -> !line.isBlank()).forEach(line -> append(lines, line.strip()));
    return lines.toString();
  }

  private static void append(StringBuilder lines, String line) {
    if (!lines.isEmpty()) {
      lines.append(' ');
    }
    lines.append(line);
  }
}
