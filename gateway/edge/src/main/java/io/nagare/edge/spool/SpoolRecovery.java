package io.nagare.edge.spool;

import io.nagare.edge.reading.Device;
import io.nagare.edge.spool.FrameCodec.Snapshot;
import io.nagare.edge.spool.FrameCodec.StoredEntry;
import io.nagare.edge.spool.SegmentReader.DamagedSegment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a spool folder holds when the process starts.
 *
 * <p>Only the newest segment is read, so a start takes as long with a full spool as with an empty
 * one. Its torn tail, what a crash left half written, is cut off: nobody was told that it is safe.
 *
 * @param epoch the spool's epoch; empty for a new folder
 * @param next the offset of the next reading
 * @param segments by their first offset
 * @param sources the state of each source, by id
 */
record SpoolRecovery(
    Optional<Long> epoch, long next, List<Segment> segments, Map<String, SourceState> sources) {
  private static final Logger log = LoggerFactory.getLogger(SpoolRecovery.class);

  /** No reading takes fewer bytes in a segment: device, channel, time and kind of value. */
  private static final int MIN_READING_BYTES = 4;

  static SpoolRecovery of(Path folder) throws IOException {
    List<Segment> segments = Segment.list(folder);
    long behindDamaged = 0;
    while (!segments.isEmpty()) {
      Segment newest = segments.get(segments.size() - 1);
      try (SegmentReader reader = SegmentReader.open(newest)) {
        SpoolRecovery read = replay(newest, reader, segments);
        return new SpoolRecovery(
            read.epoch, Math.max(read.next, behindDamaged), segments, read.sources);
      } catch (DamagedSegment damaged) {
        // No offset that it may have held is given out again.
        behindDamaged =
            Math.max(behindDamaged, newest.first() + newest.durableBytes() / MIN_READING_BYTES);
        log.error(
            "spool segment {} is damaged from its start ({}); it is kept as *.damaged and its"
                + " readings cannot be delivered",
            newest.path(),
            damaged.getMessage());
        newest.setAside();
        segments.remove(newest);
      }
    }
    return new SpoolRecovery(Optional.empty(), 0, segments, Map.of());
  }

  private static SpoolRecovery replay(Segment newest, SegmentReader reader, List<Segment> segments)
      throws IOException, DamagedSegment {
    long length = newest.durableBytes();
    Snapshot snapshot =
        reader
            .next(length)
            .flatMap(FrameCodec::readSnapshot)
            .orElseThrow(() -> new DamagedSegment("no snapshot at the start"));
    Map<String, SourceState> sources = new LinkedHashMap<>();
    snapshot.sources().forEach(source -> sources.put(source.id(), source));
    List<Device> devices = new ArrayList<>();
    long next = snapshot.first();
    try {
      for (Optional<ByteSource> body = reader.next(length);
          body.isPresent();
          body = reader.next(length)) {
        StoredEntry stored = FrameCodec.readEntry(body.get(), devices);
        String source = stored.entry().source();
        sources.merge(
            source,
            stored.appliedTo(SourceState.initial(source)),
            (before, ignored) -> stored.appliedTo(before));
        next = stored.end();
      }
    } catch (DamagedSegment torn) {
      log.warn(
          "spool segment {} has a torn tail {}; {} bytes that were never acknowledged are cut",
          newest.path(),
          torn.getMessage(),
          length - reader.position());
      newest.cutTo(reader.position());
    }
    return new SpoolRecovery(Optional.of(snapshot.epoch()), next, segments, sources);
  }
}
