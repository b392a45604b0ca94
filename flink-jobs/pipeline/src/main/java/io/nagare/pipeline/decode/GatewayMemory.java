package io.nagare.pipeline.decode;

import io.nagare.sparkplug.OffsetSet;
import java.util.Optional;

/** What is remembered of one gateway between its messages. */
public interface GatewayMemory {
  /** What the last NBIRTH said. */
  GatewaySession session();

  /** Remembers an NBIRTH and forgets every metric that was declared before it. */
  void begin(GatewaySession session);

  /** Remembers a metric that a birth declared. */
  void declare(SeriesBinding binding, Optional<Long> alias);

  /** The metric with this alias. */
  Optional<SeriesBinding> byAlias(long alias);

  /** The metric of a device with this name. */
  Optional<SeriesBinding> byName(String device, String measurement);

  /**
   * The offsets seen of an epoch, to be added to.
   *
   * @return empty if the epoch is older than the ones that are remembered
   */
  Optional<OffsetSet> seen(long epoch);

  /** Says that the set of this epoch was added to. */
  void keepSeen(long epoch, OffsetSet seen);
}
