package io.nagare.pipeline.decode;

/**
 * What the last NBIRTH of a gateway said: state.
 *
 * @param bdSeq which connection it is; {@link #NO_BD_SEQ} when it did not say
 * @param clockSynchronized whether the gateway's clock was synchronised
 */
public record GatewaySession(long bdSeq, boolean clockSynchronized) {
  /** The bdSeq of a birth without one. */
  public static final long NO_BD_SEQ = -1;

  /** Before the first birth was seen: nothing is known of the clock, so it is not trusted. */
  public static GatewaySession unknown() {
    return new GatewaySession(NO_BD_SEQ, false);
  }
}
