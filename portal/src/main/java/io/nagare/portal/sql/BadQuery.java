package io.nagare.portal.sql;

/** A query that cannot be answered: not allowed, wrong, or beyond a limit. */
public final class BadQuery extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what is allowed. */
  public BadQuery(String message) {
    super(message);
  }

  /** Says what is wrong and what is allowed, and keeps the engine's own failure. */
  public BadQuery(String message, Throwable cause) {
    super(message, cause);
  }
}
