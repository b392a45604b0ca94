package io.nagare.bridge;

import io.nagare.sparkplug.OffsetSet;
import io.nagare.sparkplug.SpoolBatch;
import io.nagare.sparkplug.SpoolCommitted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one gateway is told, and when: which of its readings Kafka holds, and that its births are
 * wanted.
 *
 * <p>A set of offsets is kept for each epoch of the gateway's spool. It starts truthfully empty,
 * takes what the gateway itself says is acknowledged from its NBIRTH, and grows by what Kafka
 * confirmed; so its floor never passes an offset that is not in Kafka, whatever the order of births
 * and confirmations.
 *
 * <p>Knows neither clock nor network: times are given, in milliseconds that only go forward. Not
 * thread-safe.
 */
final class AcknowledgementRules {

  /**
   * How often a gateway is written to.
   *
   * @param coalesceMillis while more is in flight, the least time between two receipts
   * @param repeatMillis the longest time that a connected gateway waits for a receipt: NCMD is QoS
   *     0, so one may be lost
   * @param rebirthMillis the least time between two requests for births
   */
  record Pace(long coalesceMillis, long repeatMillis, long rebirthMillis) {
    /** Receipts at most every 20 ms and at least every 3 s, requests at most every 5 s. */
    static final Pace STANDARD = new Pace(20, 3_000, 5_000);
  }

  /** Sparkplug's sequence numbers count from 0 to 255 and start again (3.0, section 6.4.16). */
  private static final int SEQUENCE_NUMBERS = 256;

  /** An edge has one spool; more epochs come only from a spool that was replaced meanwhile. */
  private static final int EPOCHS_KEPT = 4;

  private static final long UNKNOWN = -1;

  private final Pace pace;
  private final Map<Long, OffsetSet> inKafka = new LinkedHashMap<>();

  private boolean online;
  private Optional<Long> epoch = Optional.empty();
  private OptionalLong bdSeq = OptionalLong.empty();
  private long lastSeq = UNKNOWN;
  private long inFlight;
  private long told;
  private long toldAt;
  private boolean rebirthWanted;
  private OptionalLong rebirthAskedAt = OptionalLong.empty();

  AcknowledgementRules(Pace pace) {
    this.pace = pace;
  }

  /**
   * An NBIRTH came.
   *
   * @param spool what it says of the gateway's spool; empty from an edge node that has none
   * @param seq its sequence number
   * @param connection its {@code bdSeq}, which tells a late NDEATH from a new one
   */
  void born(Optional<SpoolCommitted> spool, long seq, OptionalLong connection, long now) {
    online = true;
    lastSeq = seq;
    bdSeq = connection;
    rebirthWanted = false;
    epoch = spool.map(SpoolCommitted::epoch);
    spool.ifPresent(
        known -> {
          inKafka.keySet().retainAll(Set.of(known.epoch()));
          offsets(known.epoch()).raiseFloor(known.committed());
          told = known.committed();
          toldAt = now;
        });
  }

  /** An NDEATH came; one of an earlier connection than the last NBIRTH's changes nothing. */
  void died(OptionalLong connection) {
    if (connection.isEmpty() || bdSeq.isEmpty() || connection.equals(bdSeq)) {
      online = false;
    }
  }

  /** The bridge has no session of its own any more, so it does not know who is there. */
  void hostLeft() {
    online = false;
    lastSeq = UNKNOWN;
    rebirthWanted = false;
  }

  /**
   * A message came that is neither NBIRTH nor NDEATH. Births are wanted if the gateway's were not
   * seen, if one of its messages is missing, or if the readings belong to another spool than its
   * NBIRTH named.
   */
  void received(long seq, Optional<SpoolBatch> batch) {
    boolean missedOne = lastSeq != UNKNOWN && seq != (lastSeq + 1) % SEQUENCE_NUMBERS;
    boolean otherSpool = batch.isPresent() && !batch.map(SpoolBatch::epoch).equals(epoch);
    rebirthWanted |= !online || missedOne || otherSpool;
    lastSeq = seq;
  }

  /** A message was handed to Kafka. */
  void sent() {
    inFlight++;
  }

  /** Kafka holds a message; its readings have these offsets. */
  void delivered(Optional<SpoolBatch> batch) {
    inFlight--;
    batch.ifPresent(
        readings -> {
          OffsetSet offsets = offsets(readings.epoch());
          for (long offset : readings.offsets()) {
            offsets.add(offset);
          }
        });
  }

  /** Kafka did not take a message: its offsets stay unacknowledged. */
  void failed() {
    inFlight--;
  }

  /** The receipt to send now, if one is due; it counts as sent. */
  Optional<SpoolCommitted> receiptDue(long now) {
    if (!online || epoch.isEmpty()) {
      return Optional.empty();
    }
    long committed = offsets(epoch.get()).floor();
    long waited = now - toldAt;
    boolean news = committed > told && (inFlight == 0 || waited >= pace.coalesceMillis());
    if (!news && waited < pace.repeatMillis()) {
      return Optional.empty();
    }
    told = committed;
    toldAt = now;
    return Optional.of(new SpoolCommitted(epoch.get(), committed));
  }

  /** Whether the gateway is to be asked for its births now; if so, that counts as done. */
  boolean rebirthDue(long now) {
    boolean due =
        rebirthWanted
            && (rebirthAskedAt.isEmpty()
                || now - rebirthAskedAt.getAsLong() >= pace.rebirthMillis());
    if (due) {
      rebirthWanted = false;
      rebirthAskedAt = OptionalLong.of(now);
    }
    return due;
  }

  /** Whether its last word was a birth. */
  boolean online() {
    return online;
  }

  /** What the gateway is acknowledged at this moment; empty before its first NBIRTH. */
  Optional<SpoolCommitted> acknowledged() {
    return epoch.map(known -> new SpoolCommitted(known, offsets(known).floor()));
  }

  private OffsetSet offsets(long ofEpoch) {
    OffsetSet offsets = inKafka.get(ofEpoch);
    if (offsets == null) {
      if (inKafka.size() == EPOCHS_KEPT) {
        inKafka.keySet().stream()
            .filter(kept -> !epoch.equals(Optional.of(kept)))
            .findFirst()
            .ifPresent(inKafka::remove);
      }
      offsets = OffsetSet.startingAt(0);
      inKafka.put(ofEpoch, offsets);
    }
    return offsets;
  }
}
