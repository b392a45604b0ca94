package io.nagare.edge.spool;

/**
 * How far a source has come, as the spool has it on disk.
 *
 * @param id the source's id
 * @param offered how many values it has read
 * @param refused how many of them were refused
 * @param accepted how many became readings of the spool
 * @param position where it goes on, in its own words; empty before the first
 * @param finished whether it has nothing more to read
 * @param lastReadingMillis when its last reading was accepted, UTC milliseconds; 0 before the first
 */
public record SourceState(
    String id,
    long offered,
    long refused,
    long accepted,
    String position,
    boolean finished,
    long lastReadingMillis) {

  /** The state of a source that has not read anything. */
  public static SourceState initial(String id) {
    return new SourceState(id, 0, 0, 0, "", false, 0);
  }

  SourceState plus(
      long moreOffered,
      long moreRefused,
      int moreAccepted,
      String nextPosition,
      boolean nowFinished,
      long atMillis) {
    return new SourceState(
        id,
        offered + moreOffered,
        refused + moreRefused,
        accepted + moreAccepted,
        nextPosition.isEmpty() ? position : nextPosition,
        finished || nowFinished,
        moreAccepted > 0 ? atMillis : lastReadingMillis);
  }
}
