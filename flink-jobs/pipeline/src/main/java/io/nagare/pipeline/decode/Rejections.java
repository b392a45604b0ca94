package io.nagare.pipeline.decode;

import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.reading.RecordId;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * Writes what one message does not yield, with as much as is known of it.
 *
 * @param message that is taken apart
 * @param site of its topic; empty if the topic is none
 * @param gateway of its topic; empty if the topic is none
 * @param device of its topic; empty if it is not a device's
 * @param output where to
 */
record Rejections(
    RawMessage message, String site, String gateway, String device, DecodeOutput output) {

  /** Rejects the whole message, keeping its bytes. */
  void message(String reason, String detail) {
    output.rejected(
        new Rejected(
            site,
            gateway,
            device,
            "",
            reason,
            detail,
            Rejected.ABSENT,
            message.receivedAtMillis(),
            Rejected.ABSENT,
            Rejected.ABSENT,
            message.topic(),
            message.payload(),
            ""));
  }

  /** Rejects one reading, keeping the bytes of its metric. */
  void reading(Metric metric, RecordId id, String measurement, String reason, String detail) {
    output.rejected(
        new Rejected(
            site,
            gateway,
            device,
            measurement,
            reason,
            detail,
            metric.hasTimestamp() ? metric.getTimestamp() : Rejected.ABSENT,
            message.receivedAtMillis(),
            id.epoch(),
            id.offset(),
            message.topic(),
            metric.toByteArray(),
            ""));
  }
}
