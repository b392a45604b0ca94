package io.nagare.edge.senml;

import java.util.Optional;

/** A representation of SenML by its CoAP content format (RFC 8428, section 12.3.1). */
public enum SenmlFormat {
  /** {@code application/senml+json}. */
  JSON(110),
  /** {@code application/senml+cbor}. */
  CBOR(112);

  private final int contentFormat;

  SenmlFormat(int contentFormat) {
    this.contentFormat = contentFormat;
  }

  /** The number that CoAP's Content-Format option has. */
  public int contentFormat() {
    return contentFormat;
  }

  /** The representation with this content format. */
  public static Optional<SenmlFormat> of(int contentFormat) {
    for (SenmlFormat format : values()) {
      if (format.contentFormat == contentFormat) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
