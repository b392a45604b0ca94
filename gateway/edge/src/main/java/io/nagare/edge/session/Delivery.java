package io.nagare.edge.session;

import io.nagare.edge.reading.Reading;
import io.nagare.edge.session.Births.Born;
import io.nagare.edge.spool.Slice;
import io.nagare.edge.spool.Spool;
import io.nagare.edge.spool.SpoolCursor;
import io.nagare.sparkplug.SpoolBatch;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the spool, in the order of its offsets, as far ahead of the receipts as the window allows.
 *
 * <p>A new session starts at the oldest reading without receipt. What was sent before, or had
 * waited when the session began, is marked historical. Every call comes from the session's thread.
 */
final class Delivery {
  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  /** Readings that are grouped by device at a time; some 80 KiB on the wire. */
  private static final int SLICE_READINGS = 4_000;

  private static final int MESSAGE_READINGS = 500;

  /** After this long without receipt everything under way is sent again: QoS 0 can be lost. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Spool spool;
  private final Births births;
  private final Outlet outlet;
  private final Clock clock;
  private final SendWindow window;

  private @Nullable SpoolCursor cursor;

  /** The offset behind the last reading that was sent in this session. */
  private long sentTo;

  /** Readings below this offset are historical. */
  private long historicalBelow;

  Delivery(Spool spool, Births births, Outlet outlet, Clock clock, long windowBytes) {
    this.spool = spool;
    this.births = births;
    this.outlet = outlet;
    this.clock = clock;
    this.window = new SendWindow(windowBytes, PATIENCE);
  }

  /** Where messages go out. */
  interface Outlet {
    /** Publishes a device's birth. */
    void birth(Born device);

    /** Publishes a device's data; returns the size of the message in bytes. */
    int data(Born device, Payload.Builder payload);

    /** Has all births published again. */
    void rebirthNeeded();
  }

  /** A new session: everything without receipt is sent again. */
  void begin() {
    window.restart();
    historicalBelow = spool.next();
    continueAt(spool.committed());
    send();
  }

  /** The session has ended. */
  void end() {
    closeCursor();
  }

  /** Sends what the window has room for. */
  void send() {
    SpoolCursor from = cursor;
    try {
      while (from != null && window.hasRoom()) {
        Slice slice = from.read(SLICE_READINGS);
        if (slice.from() > sentTo && !passGap(slice)) {
          return;
        }
        if (slice.readings().isEmpty()) {
          return;
        }
        long bytes = 0;
        for (DataMessage message : DataMessage.of(slice, MESSAGE_READINGS)) {
          bytes += send(message);
        }
        sentTo = slice.to();
        window.sent(slice.to(), bytes, clock.millis());
      }
    } catch (IOException unreadable) {
      log.error("the spool cannot be read; it is tried again in a second", unreadable);
      continueAt(sentTo);
    }
  }

  /** A receipt that is news to the spool. */
  void acknowledged(long committed) {
    window.acknowledged(committed, clock.millis());
    if (cursor != null && committed > sentTo) {
      // The host has more than this session sent: it was sent by an earlier one.
      continueAt(committed);
    }
    send();
  }

  /** Called once a second: sends again what must have been lost, and tries what failed. */
  void tick() {
    if (cursor != null && window.isOverdue(clock.millis())) {
      log.warn(
          "no receipt for readings {} to {}; they are sent again", spool.committed(), sentTo - 1);
      window.resend();
      historicalBelow = Math.max(historicalBelow, sentTo);
      continueAt(spool.committed());
    }
    send();
  }

  /**
   * Goes on behind readings that the disk does not give back.
   *
   * @return false while readings before the gap still wait for their receipt
   */
  private boolean passGap(Slice slice) {
    if (!window.isEmpty() || spool.committed() < sentTo) {
      continueAt(sentTo);
      return false;
    }
    log.error(
        "readings {} to {} of epoch {} are lost: the disk does not give them back",
        sentTo,
        slice.from() - 1,
        spool.epoch());
    spool.commit(slice.from());
    sentTo = slice.from();
    outlet.rebirthNeeded();
    return true;
  }

  private int send(DataMessage message) {
    Born born =
        births
            .find(message.device())
            .orElseGet(
                () -> {
                  Born added = births.add(message.device());
                  outlet.birth(added);
                  return added;
                });
    List<Reading> readings = message.readings();
    Payload.Builder payload = Payload.newBuilder().setTimestamp(clock.millis());
    long[] offsets = message.offsets().stream().mapToLong(Long::longValue).toArray();
    new SpoolBatch(spool.epoch(), offsets).addTo(payload);
    for (int i = 0; i < offsets.length; i++) {
      payload.addMetrics(born.metric(readings.get(i), offsets[i] < historicalBelow));
    }
    return outlet.data(born, payload);
  }

  private void continueAt(long offset) {
    closeCursor();
    sentTo = offset;
    cursor = spool.cursorAt(offset);
  }

  private void closeCursor() {
    SpoolCursor open = cursor;
    cursor = null;
    if (open != null) {
      open.close();
    }
  }
}
