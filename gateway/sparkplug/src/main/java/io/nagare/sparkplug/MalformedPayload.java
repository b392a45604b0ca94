package io.nagare.sparkplug;

/** Bytes that are not the Sparkplug B payload which they should be; the message says why. */
public final class MalformedPayload extends Exception {
  private static final long serialVersionUID = 1L;

  /** A payload that parses, but whose content contradicts the wire contract. */
  public MalformedPayload(String message) {
    super(message);
  }

  /** A payload that does not parse. */
  public MalformedPayload(String message, Throwable cause) {
    super(message, cause);
  }
}
