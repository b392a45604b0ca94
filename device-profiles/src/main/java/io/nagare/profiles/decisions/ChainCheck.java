package io.nagare.profiles.decisions;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a check of a decision log found.
 *
 * @param entries how many entries hold together, from the first on
 * @param head the hash of the last of them; 64 zeros when there is none
 * @param latestDay the latest day of any of them
 * @param wholeBytes the length of what holds together
 * @param problem the first thing that is wrong: the line and what is the matter with it
 */
public record ChainCheck(
    long entries,
    String head,
    Optional<LocalDate> latestDay,
    long wholeBytes,
    Optional<Break> problem) {

  /** Whether everything holds together. */
  public boolean intact() {
    return problem.isEmpty();
  }

  /**
   * The first thing that is wrong.
   *
   * @param line the line, from 1 on
   * @param what what is the matter with it
   * @param torn whether it is only a last line that was not written to its end
   */
  public record Break(long line, String what, boolean torn) {}
}
