package io.nagare.contracts.retention;

import java.time.Instant;

/**
 * Data of a dataset at one place, as small as it can be removed.
 *
 * @param dataset its contract's id
 * @param store what kind of place it is
 * @param name of the place within the store: a data file, a topic's partition, an export
 * @param oldest event time in it
 * @param newest event time in it
 * @param rows in it; 0 when it cannot be told
 * @param bytes it takes
 */
public record Holding(
    String dataset,
    Store store,
    String name,
    Instant oldest,
    Instant newest,
    long rows,
    long bytes) {

  /** Refuses one that ends before it starts. */
  public Holding {
    if (newest.isBefore(oldest)) {
      throw new IllegalArgumentException("holding " + name + " ends before it starts");
    }
  }

  /** Where data can be, in the order in which it is removed: from the outside to the source. */
  public enum Store {
    /** Files that somebody asked for. */
    EXPORT(false),
    /** What is kept ready for readers. */
    CACHE(false),
    /** A live or raw topic. */
    TOPIC(true),
    /** A table's data files, and the snapshots that name them. */
    TABLE(true),
    /** State and checkpoints of the jobs. */
    STATE(true),
    /** A gateway's spool. */
    SPOOL(true);

    private final boolean canBeCut;

    Store(boolean canBeCut) {
      this.canBeCut = canBeCut;
    }

    /** Whether a part of a holding can be removed; otherwise it goes whole. */
    public boolean canBeCut() {
      return canBeCut;
    }
  }
}
