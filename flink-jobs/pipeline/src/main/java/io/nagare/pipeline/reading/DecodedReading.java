package io.nagare.pipeline.reading;

/**
 * One reading as its gateway sent it, with the meaning of its alias resolved.
 *
 * @param id its name for ever
 * @param placement of its device
 * @param measurement as the device's profile names it
 * @param value what was measured
 * @param eventTimeMillis when, by the source
 * @param receivedAtMillis when the bridge had it
 * @param historical whether it was sent again, or sent late
 * @param clockSynchronized whether the gateway's clock was
 * @param sourceQuality Sparkplug quality code, or {@link #NO_SOURCE_QUALITY}
 * @param sourceCode the source's own code, verbatim; empty when it gave none
 * @param position of the message in the gateway's stream: later messages have higher ones
 */
public record DecodedReading(
    RecordId id,
    Placement placement,
    String measurement,
    Value value,
    long eventTimeMillis,
    long receivedAtMillis,
    boolean historical,
    boolean clockSynchronized,
    int sourceQuality,
    String sourceCode,
    long position) {
  /** The source said nothing about quality, which Sparkplug takes for good. */
  public static final int NO_SOURCE_QUALITY = -1;

  /**
   * Whether this one is newer: by event time; of the same instant the one that was spooled later.
   */
  public boolean isNewerThan(DecodedReading other) {
    if (eventTimeMillis != other.eventTimeMillis) {
      return eventTimeMillis > other.eventTimeMillis;
    }
    return id.epoch() == other.id.epoch()
        ? id.offset() > other.id.offset()
        : id.epoch() > other.id.epoch();
  }
}
