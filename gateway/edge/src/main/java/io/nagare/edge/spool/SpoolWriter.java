package io.nagare.edge.spool;

import io.nagare.edge.reading.Device;
import io.nagare.edge.spool.FrameCodec.StoredEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: everything that waits goes to disk with one force (group commit).
 *
 * <p>After a failed write or force the segment is left as it was last known to be good, because
 * what the kernel kept of the rest is undefined; the next attempt starts a new segment.
 */
final class SpoolWriter implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(SpoolWriter.class);
  private static final int MAX_GROUP = 4096;

  private final Spool spool;
  private final long segmentBytes;
  private final Clock clock;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();

  private final ByteSink sink = new ByteSink();
  private final IdentityHashMap<Device, Integer> devices = new IdentityHashMap<>();
  private final List<StoredEntry> encoded = new ArrayList<>();
  private @Nullable Segment segment;
  private @Nullable FileChannel file;
  private long nextToEncode;
  private boolean failing;
  private boolean stopped;

  SpoolWriter(Spool spool, long segmentBytes, Clock clock) {
    this.spool = spool;
    this.segmentBytes = segmentBytes;
    this.clock = clock;
  }

  /**
   * An entry that waits for the disk; without entry it tells the writer to stop.
   *
   * @param entry what to write
   * @param reserved the bytes that were set aside for it
   * @param done completes with the offset behind its last reading once it is durable
   */
  record Waiting(@Nullable SpoolEntry entry, long reserved, CompletableFuture<Long> done) {}

  /** Puts an entry into the queue, or fails it at once when the writer has stopped. */
  synchronized void submit(Waiting waiting) {
    if (stopped) {
      spool.release(waiting.reserved());
      waiting.done().completeExceptionally(new IOException("the spool is closed"));
    } else {
      queue.add(waiting);
    }
  }

  @Override
  public void run() {
    List<Waiting> group = new ArrayList<>();
    boolean open = true;
    while (open) {
      try {
        group.add(queue.take());
      } catch (InterruptedException told) {
        // Only close() ends the writer: readings that wait must reach the disk.
        continue;
      }
      queue.drainTo(group, MAX_GROUP);
      open = group.stream().allMatch(waiting -> waiting.entry() != null);
      commit(group);
      group.clear();
    }
    closeFile();
    stop();
  }

  private synchronized void stop() {
    stopped = true;
    for (Waiting late = queue.poll(); late != null; late = queue.poll()) {
      submit(late);
    }
  }

  private void commit(List<Waiting> group) {
    nextToEncode = spool.next();
    int written = 0;
    try {
      for (int i = 0; i < group.size(); i++) {
        SpoolEntry entry = group.get(i).entry();
        if (entry != null) {
          if (segment == null || segment.durableBytes() + sink.size() >= segmentBytes) {
            flush(group.subList(written, i));
            written = i;
            startSegment();
          }
          encode(entry);
        }
      }
      flush(group.subList(written, group.size()));
      if (failing) {
        failing = false;
        log.info("the spool can be written again");
      }
      spool.writes(null);
    } catch (IOException failed) {
      fail(group, failed);
    }
  }

  private void encode(SpoolEntry entry) {
    StoredEntry stored = new StoredEntry(nextToEncode, clock.millis(), entry);
    FrameCodec.write(sink, stored, devices);
    nextToEncode = stored.end();
    encoded.add(stored);
  }

  /** Forces what is encoded to disk, then tells those who wait for it. */
  private void flush(List<Waiting> waiting) throws IOException {
    Segment current = segment;
    FileChannel open = file;
    if (!encoded.isEmpty() && current != null && open != null) {
      Segment.writeFully(open, sink.asBuffer());
      open.force(false);
      spool.nowDurable(current, sink.size(), encoded, nextToEncode);
      sink.clear();
    }
    int told = 0;
    for (Waiting one : waiting) {
      spool.release(one.reserved());
      one.done().complete(one.entry() == null ? nextToEncode : encoded.get(told++).end());
    }
    encoded.clear();
  }

  private void startSegment() throws IOException {
    closeFile();
    devices.clear();
    Segment started =
        Segment.create(
            spool.folder(),
            spool.epoch(),
            nextToEncode,
            new LinkedHashMap<>(spool.sources()).values());
    file = FileChannel.open(started.path(), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    segment = started;
    spool.added(started);
  }

  private void fail(List<Waiting> group, IOException failed) {
    sink.clear();
    encoded.clear();
    closeFile();
    segment = null;
    if (!failing) {
      failing = true;
      log.error(
          "the spool in {} cannot be written ({}); nothing is accepted until it can: free space on"
              + " that disk or repair it. What is in the spool stays and is delivered",
          spool.folder(),
          failed.getMessage());
    }
    spool.writes(failed.getMessage() == null ? failed.toString() : failed.getMessage());
    for (Waiting one : group) {
      if (!one.done().isDone()) {
        spool.release(one.reserved());
        one.done().completeExceptionally(failed);
      }
    }
  }

  private void closeFile() {
    FileChannel open = file;
    file = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException unclosable) {
        log.warn("a spool segment could not be closed", unclosable);
      }
    }
  }
}
