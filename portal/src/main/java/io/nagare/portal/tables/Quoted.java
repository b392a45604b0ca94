package io.nagare.portal.tables;

/** Names and texts as SQL writes them, whatever characters they hold. */
public final class Quoted {
  private Quoted() {}

  /** A name of a table or column. */
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text literal. */
  public static String text(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
