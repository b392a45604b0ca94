package io.nagare.profiles.decisions;

import java.nio.file.Path;

/** A decision log whose entries do not hold together. */
public final class BrokenChain extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ChainCheck check;

  BrokenChain(Path file, ChainCheck check) {
    super(
        file
            + ": line "
            + check.problem().orElseThrow().line()
            + ": "
            + check.problem().orElseThrow().what()
            + "; keep the file, find out who changed it, and start a new log");
    this.check = check;
  }

  /** What the check found. */
  public ChainCheck check() {
    return check;
  }
}
