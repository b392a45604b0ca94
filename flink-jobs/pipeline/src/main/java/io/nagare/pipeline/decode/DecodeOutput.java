package io.nagare.pipeline.decode;

import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.ledger.Repeated;
import io.nagare.pipeline.reading.DecodedReading;

/** Where the parts of a message go; every reading goes to exactly one of the first three. */
public interface DecodeOutput {
  /** A reading that was not seen before. */
  void reading(DecodedReading reading);

  /** A reading, or a whole message, that cannot be one. */
  void rejected(Rejected rejected);

  /** A reading that was seen before. */
  void repeated(Repeated repeated);

  /** A session that began or ended. */
  void session(SessionChange change);
}
