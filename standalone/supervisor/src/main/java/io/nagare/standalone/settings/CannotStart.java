package io.nagare.standalone.settings;

import java.util.List;

/** A reason not to start, told to the user as lines of text and an exit code. */
public final class CannotStart extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;
  private final int exitCode;

  private CannotStart(int exitCode, List<String> lines) {
    super(String.join("\n", lines));
    this.exitCode = exitCode;
    this.lines = List.copyOf(lines);
  }

  /** What the user gave cannot be used; every problem is one line. */
  public static CannotStart badInput(List<String> problems) {
    return new CannotStart(ExitCodes.BAD_INPUT, problems);
  }

  /** A port, a lock or a disk of this machine cannot be had; every one is one line. */
  public static CannotStart machine(List<String> problems) {
    return new CannotStart(ExitCodes.MACHINE, problems);
  }

  /** A part did what it should not. */
  public static CannotStart failure(List<String> lines) {
    return new CannotStart(ExitCodes.FAILURE, lines);
  }

  /** What to tell the user, at least one line. */
  public List<String> lines() {
    return lines;
  }

  /** The exit code of the command, one of {@link ExitCodes}. */
  public int exitCode() {
    return exitCode;
  }
}
