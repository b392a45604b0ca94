package io.nagare.profiles;

/** How sure a fact is; only the first three may admit a device or set a limit. */
public enum Certainty {
  /** Read in a first-hand source: a law, a standard, a register, the maker's sheet. */
  CONFIRMED,
  /** Read in somebody else's account of such a source. */
  SECONDARY,
  /** Worked out from confirmed facts. */
  COMPUTED,
  /** Known from memory: it may warn, and nothing else. */
  REMEMBERED,
  /** Not known. */
  UNKNOWN;

  /** Whether a decision may rest on such a fact. */
  public boolean holds() {
    return this == CONFIRMED || this == SECONDARY || this == COMPUTED;
  }
}
