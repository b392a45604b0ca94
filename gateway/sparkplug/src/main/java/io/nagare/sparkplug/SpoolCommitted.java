package io.nagare.sparkplug;

import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/**
 * The host application's receipt: every reading of the epoch below the offset is durable.
 *
 * @param epoch the spool's epoch
 * @param committed the first offset that is not acknowledged; cumulative, so a lost receipt does no
 *     harm
 */
public record SpoolCommitted(long epoch, long committed) {

  /** The payload of the NCMD that carries this receipt. */
  public byte[] toCommand(long nowMillis) {
    return Payload.newBuilder()
        .setTimestamp(nowMillis)
        .addMetrics(Metrics.int64(MetricNames.SPOOL_EPOCH, nowMillis, epoch))
        .addMetrics(Metrics.int64(MetricNames.SPOOL_COMMITTED, nowMillis, committed))
        .build()
        .toByteArray();
  }

  /** The receipt in an NCMD, or what an NBIRTH says of its spool; empty if there is none. */
  public static Optional<SpoolCommitted> parse(Payload payload) {
    Optional<Long> epoch = Metrics.findInt64(payload, MetricNames.SPOOL_EPOCH);
    Optional<Long> committed = Metrics.findInt64(payload, MetricNames.SPOOL_COMMITTED);
    return epoch.isPresent() && committed.isPresent()
        ? Optional.of(new SpoolCommitted(epoch.get(), committed.get()))
        : Optional.empty();
  }
}
