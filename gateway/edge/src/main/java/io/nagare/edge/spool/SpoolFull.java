package io.nagare.edge.spool;

/** The spool has no room: everything in it still waits for its receipt, and nothing is dropped. */
public final class SpoolFull extends Exception {
  private static final long serialVersionUID = 1L;

  SpoolFull(long bytes, long maxBytes) {
    super(
        "the spool holds "
            + bytes
            + " of at most "
            + maxBytes
            + " bytes that are not acknowledged; try again later");
  }
}
