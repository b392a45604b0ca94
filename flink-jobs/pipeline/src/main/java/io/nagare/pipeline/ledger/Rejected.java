package io.nagare.pipeline.ledger;

/**
 * Something that did not become a reading, or not one of a dataset, and why. Empty texts, and
 * {@link #ABSENT} for numbers, stand for what is not known.
 *
 * @param site Sparkplug group
 * @param gateway Sparkplug edge node
 * @param device Sparkplug device
 * @param measurement name of the metric
 * @param reason one of {@link Reasons}
 * @param detail in words, for people
 * @param eventTimeMillis when, by the source
 * @param receivedAtMillis when the bridge had it
 * @param epoch of the record id
 * @param offset of the record id
 * @param topic the MQTT topic
 * @param raw the bytes: of the whole payload when it cannot be read, else of the metric
 * @param dataset the dataset that the reading is late for; empty when it was rejected altogether
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
public record Rejected(
    String site,
    String gateway,
    String device,
    String measurement,
    String reason,
    String detail,
    long eventTimeMillis,
    long receivedAtMillis,
    long epoch,
    long offset,
    String topic,
    byte[] raw,
    String dataset) {
  /** The number that stands for one that is not known. */
  public static final long ABSENT = Long.MIN_VALUE;
}
