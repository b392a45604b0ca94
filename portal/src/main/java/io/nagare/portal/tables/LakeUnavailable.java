package io.nagare.portal.tables;

/** The catalog of tables, or a file of a table, cannot be read at present. */
public final class LakeUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what could not be read and what to do. */
  public LakeUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
