package io.nagare.edge.spool;

import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.spool.FrameCodec.StoredEntry;
import io.nagare.edge.spool.SegmentReader.DamagedSegment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A place in the spool from which durable readings are read on. Not thread-safe.
 *
 * <p>Readings that a damaged segment does not give back are skipped and the next slice starts
 * behind them, so one bad sector does not hold up everything that came later.
 */
public final class SpoolCursor implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SpoolCursor.class);

  private final Spool spool;

  /** The offset of the next reading to give out. */
  private long position;

  private @Nullable SegmentReader reader;
  private @Nullable Segment segment;
  private final List<Device> devices = new ArrayList<>();

  /** What is left of the frame read last; its first reading has the offset {@code position}. */
  private List<Reading> pending = List.of();

  SpoolCursor(Spool spool, long position) {
    this.spool = spool;
    this.position = position;
  }

  /** The offset of the next reading that {@link #read} gives. */
  public long position() {
    return position;
  }

  /**
   * The next readings that are on disk.
   *
   * @param most how many at most
   * @return consecutive readings; none when everything durable has been read
   * @throws IOException if the disk cannot be read
   */
  public Slice read(int most) throws IOException {
    List<Reading> taken = new ArrayList<>();
    long from = position;
    while (taken.size() < most) {
      if (pending.isEmpty()) {
        long before = position;
        if (!readFrame()) {
          break;
        }
        if (taken.isEmpty()) {
          from = position;
        } else if (position != before) {
          break;
        }
      }
      int count = Math.min(most - taken.size(), pending.size());
      taken.addAll(pending.subList(0, count));
      pending = pending.subList(count, pending.size());
      position += count;
    }
    return new Slice(taken.isEmpty() ? position : from, taken);
  }

  @Override
  public void close() {
    closeSegment();
  }

  /** Reads the next frame that has a reading at or behind the position; false if there is none. */
  private boolean readFrame() throws IOException {
    while (position < spool.next()) {
      Segment current = segmentOfPosition();
      if (position >= spool.endOf(current)) {
        closeSegment();
        continue;
      }
      SegmentReader frames = reader;
      try {
        if (frames == null) {
          frames = openSegment(current);
        }
        Optional<ByteSource> body = frames.next(current.durableBytes());
        if (body.isEmpty()) {
          skipTo(spool.endOf(current), current);
          continue;
        }
        StoredEntry stored = FrameCodec.readEntry(body.get(), devices);
        if (stored.end() > position && stored.first() < spool.endOf(current)) {
          int skipped = (int) Math.max(0, position - stored.first());
          position = stored.first() + skipped;
          List<Reading> readings = stored.entry().readings();
          pending = readings.subList(skipped, readings.size());
          return true;
        }
      } catch (DamagedSegment damaged) {
        log.error(
            "spool segment {} is damaged ({}); its readings from offset {} on cannot be delivered",
            current.path(),
            damaged.getMessage(),
            position);
        skipTo(spool.endOf(current), current);
      }
    }
    return false;
  }

  private Segment segmentOfPosition() {
    Segment current = segment;
    if (current == null || reader == null) {
      closeSegment();
      current = spool.segmentOf(position);
      segment = current;
    }
    return current;
  }

  private SegmentReader openSegment(Segment current) throws IOException, DamagedSegment {
    SegmentReader opened = SegmentReader.open(current);
    reader = opened;
    devices.clear();
    Optional<ByteSource> snapshot = opened.next(current.durableBytes());
    if (snapshot.isEmpty() || FrameCodec.readSnapshot(snapshot.get()).isEmpty()) {
      throw new DamagedSegment("no snapshot at the start");
    }
    return opened;
  }

  /** Leaves a segment of which nothing more can be read. */
  private void skipTo(long end, Segment current) {
    if (position < end) {
      log.error(
          "readings {} to {} are missing from spool segment {}", position, end - 1, current.path());
      position = end;
    }
    closeSegment();
  }

  private void closeSegment() {
    SegmentReader open = reader;
    reader = null;
    segment = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException unclosable) {
        log.warn("a spool segment could not be closed after reading", unclosable);
      }
    }
  }
}
