package io.nagare.edge.coap;

/**
 * What the sender of a pack is told.
 *
 * @param kind what became of the pack
 * @param text why, for a person; empty if there is nothing to explain
 */
public record Answer(Kind kind, String text) {

  /** What became of a pack. */
  public enum Kind {
    /** All of it is on disk. */
    CHANGED,
    /** It is broken, or a reading does not fit its device's profile. */
    BAD,
    /** It names a device that is not enrolled. */
    FORBIDDEN,
    /** It is larger than the gateway takes. */
    TOO_LARGE,
    /** It is neither SenML JSON nor SenML CBOR. */
    UNSUPPORTED_FORMAT,
    /** It is fine, but cannot be stored now; it may be sent again later. */
    UNAVAILABLE
  }
}
