package io.nagare.pipeline.ledger;

import io.nagare.pipeline.reading.RecordId;

/**
 * A reading that came once more and was dropped.
 *
 * @param id whose reading it was
 * @param receivedAtMillis when the bridge had it this time
 */
public record Repeated(RecordId id, long receivedAtMillis) {}
