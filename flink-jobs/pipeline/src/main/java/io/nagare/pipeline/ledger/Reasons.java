package io.nagare.pipeline.ledger;

import java.util.List;

/** The codes that say why something was rejected. They are public: dashboards and SQL use them. */
public final class Reasons {
  /** The bytes are not a Sparkplug B payload, or contradict the wire contract. */
  public static final String MALFORMED_PAYLOAD = "malformed-payload";

  /** The MQTT topic is not one of a Sparkplug B message. */
  public static final String NOT_SPARKPLUG = "not-sparkplug";

  /** The readings of the message have no spool offset, so they cannot be counted. */
  public static final String MISSING_RECORD_ID = "missing-record-id";

  /** No birth declared the alias or name of the metric for this device. */
  public static final String UNKNOWN_ALIAS = "unknown-alias";

  /** The value's type is not the one that the birth declared. */
  public static final String WRONG_TYPE = "wrong-type";

  /** Neither metric nor payload says when. */
  public static final String MISSING_TIME = "missing-time";

  /** The event time lies further in the future than any clock may be wrong. */
  public static final String TIME_IN_FUTURE = "time-in-future";

  /** The spool's epoch is older than those whose record ids are remembered. */
  public static final String EPOCH_FORGOTTEN = "epoch-forgotten";

  /** Too late for the dataset that the row names; the reading itself stands in readings. */
  public static final String LATE = "late";

  private Reasons() {}

  /** Every code. */
  public static List<String> all() {
    return List.of(
        MALFORMED_PAYLOAD,
        NOT_SPARKPLUG,
        MISSING_RECORD_ID,
        UNKNOWN_ALIAS,
        WRONG_TYPE,
        MISSING_TIME,
        TIME_IN_FUTURE,
        EPOCH_FORGOTTEN,
        LATE);
  }
}
