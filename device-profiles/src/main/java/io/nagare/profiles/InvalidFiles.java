package io.nagare.profiles;

import java.util.List;
import java.util.stream.Collectors;

/** Configuration files with every problem that they have, found in one go. */
public final class InvalidFiles extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Files with these problems, at least one. */
  public InvalidFiles(List<Problem> problems) {
    super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in the order of the files. */
  public List<Problem> problems() {
    return problems;
  }
}
