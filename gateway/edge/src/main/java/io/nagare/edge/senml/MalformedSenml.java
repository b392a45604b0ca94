package io.nagare.edge.senml;

/** Bytes that are not a SenML pack which this gateway understands; the message says why. */
public final class MalformedSenml extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedSenml(String message) {
    super(message);
  }

  MalformedSenml(String message, Throwable cause) {
    super(message, cause);
  }
}
