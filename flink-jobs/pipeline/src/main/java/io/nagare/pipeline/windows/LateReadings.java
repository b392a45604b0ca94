package io.nagare.pipeline.windows;

import io.nagare.pipeline.ledger.Reasons;
import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.TaggedReading;
import java.time.Instant;

/** Says that a reading, which stands in the readings table, came too late for a dataset. */
final class LateReadings {
  private static final byte[] NO_BYTES = {};

  private LateReadings() {}

  static Rejected reject(TaggedReading tagged, Window window, String dataset) {
    DecodedReading reading = tagged.reading();
    return new Rejected(
        reading.id().site(),
        reading.id().gateway(),
        reading.placement().device(),
        reading.measurement(),
        Reasons.LATE,
        "the window from " + Instant.ofEpochMilli(window.startMillis()) + " is closed",
        reading.eventTimeMillis(),
        reading.receivedAtMillis(),
        reading.id().epoch(),
        reading.id().offset(),
        "",
        NO_BYTES,
        dataset);
  }
}
