package io.nagare.bridge;

import java.util.concurrent.atomic.LongAdder;

/**
 * What the bridge has done since it started.
 *
 * @param received messages from MQTT
 * @param delivered messages that Kafka confirmed
 * @param failed messages that Kafka did not take; their readings stay unacknowledged
 * @param unreadable messages that went to Kafka without being understood
 * @param receipts acknowledgements sent to gateways
 * @param rebirthRequests requests for births sent to gateways
 * @param sessions sessions opened with the MQTT broker
 */
record Counts(
    LongAdder received,
    LongAdder delivered,
    LongAdder failed,
    LongAdder unreadable,
    LongAdder receipts,
    LongAdder rebirthRequests,
    LongAdder sessions) {

  /** All at zero. */
  static Counts zero() {
    return new Counts(
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder());
  }
}
