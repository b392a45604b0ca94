package io.nagare.edge.spool;

import io.nagare.edge.reading.Reading;
import io.nagare.edge.reading.Value;
import io.nagare.edge.spool.FrameCodec.StoredEntry;
import io.nagare.edge.spool.SpoolWriter.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disk store of one gateway: readings get their record id here, and stay until their receipt.
 *
 * <p>A reading's offset counts the readings of the spool's whole life from 0. The epoch is the time
 * at which the folder was first used; together with the gateway they identify the reading for ever.
 * Thread-safe; each {@link SpoolCursor} belongs to one thread.
 */
public final class Spool implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Spool.class);

  /** How often at most the receipt is remembered in its file. */
  private static final long REMEMBER_EVERY_MILLIS = 1_000;

  private static final int ENTRY_BYTES = 64;
  private static final int READING_BYTES = 20;

  private final Path folder;
  private final long maxBytes;
  private final long epoch;
  private final Clock clock;
  private final CommittedFile committedFile;
  private final SpoolWriter writer;
  private final Thread writerThread;

  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong reserved = new AtomicLong();
  private final ConcurrentMap<String, SourceState> sources = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();

  /** Replaced, never changed; guarded by the lock for writing. */
  private volatile List<Segment> segments;

  private volatile long next;
  private volatile long committed;
  private volatile Optional<String> problem = Optional.empty();
  private volatile Runnable onDurable = () -> {};
  private long rememberedMillis;
  private long freedSegments;

  private Spool(Path folder, SpoolLimits limits, Clock clock, SpoolRecovery recovered) {
    this.folder = folder;
    this.maxBytes = limits.maxBytes();
    this.clock = clock;
    this.epoch = recovered.epoch().orElseGet(clock::millis);
    this.committedFile = new CommittedFile(folder, epoch);
    this.segments = List.copyOf(recovered.segments());
    long oldest = segments.isEmpty() ? 0 : segments.get(0).first();
    this.committed = Math.max(oldest, committedFile.read());
    this.next = Math.max(recovered.next(), committed);
    this.sources.putAll(recovered.sources());
    this.bytes.set(segments.stream().mapToLong(Segment::durableBytes).sum());
    this.writer = new SpoolWriter(this, limits.segmentBytes(), clock);
    this.writerThread = new Thread(writer, "spool-writer");
  }

  /**
   * Opens the spool in a folder, or makes a new one there.
   *
   * @throws IOException if the folder cannot be made or read
   */
  public static Spool open(Path folder, SpoolLimits limits, Clock clock) throws IOException {
    Files.createDirectories(folder);
    Spool spool = new Spool(folder, limits, clock, SpoolRecovery.of(folder));
    spool.freeAcknowledged();
    spool.writerThread.start();
    return spool;
  }

  /**
   * Hands an entry to the writer.
   *
   * @return completes with the offset behind the entry's last reading once all of it is on disk;
   *     fails with an {@link IOException} if the disk is full or broken: then nothing of it is
   *     accepted
   * @throws SpoolFull if there is no room; nothing of the entry is accepted
   */
  public CompletableFuture<Long> append(SpoolEntry entry) throws SpoolFull {
    long wanted = estimate(entry);
    long promised = reserved.addAndGet(wanted);
    long held = bytes.get();
    // When all is acknowledged the disk is as good as free: the next segment takes the old one's
    // place. Without this an entry that alone fills a small spool would wait for ever.
    boolean nothingHeld = committed == next && promised == wanted;
    if (!entry.readings().isEmpty() && held + promised > maxBytes && !nothingHeld) {
      reserved.addAndGet(-wanted);
      throw new SpoolFull(held, maxBytes);
    }
    CompletableFuture<Long> done = new CompletableFuture<>();
    writer.submit(new Waiting(entry, wanted, done));
    return done;
  }

  /** Waits until disk was freed, at most for this long. */
  public void awaitRoom(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long freedBefore = freedSegments;
      long left = atMost.toNanos();
      while (freedBefore == freedSegments && left > 0) {
        left = room.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a receipt: everything below the offset is safe elsewhere and may be forgotten.
   *
   * @return whether it was news; a receipt for what was never written is ignored
   */
  public boolean commit(long offset) {
    lock.lock();
    try {
      if (offset <= committed || offset > next) {
        return false;
      }
      committed = offset;
      long now = clock.millis();
      if (freeAcknowledged() || now - rememberedMillis >= REMEMBER_EVERY_MILLIS) {
        rememberedMillis = now;
        committedFile.write(offset);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A cursor that reads from this offset on. */
  public SpoolCursor cursorAt(long offset) {
    return new SpoolCursor(this, offset);
  }

  /** Sets what is called, on the writer's thread, whenever readings became durable. */
  public void onDurable(Runnable listener) {
    onDurable = listener;
  }

  /** Which life of the spool the offsets count in: UTC milliseconds of its creation. */
  public long epoch() {
    return epoch;
  }

  /** The offset of the next reading: how many were accepted in this epoch. */
  public long next() {
    return next;
  }

  /** The first offset without a receipt. */
  public long committed() {
    return committed;
  }

  /** How much disk the segments take. */
  public long bytes() {
    return bytes.get();
  }

  /** Why nothing can be written at the moment; empty while all is well. */
  public Optional<String> problem() {
    return problem;
  }

  /** The state of every source that ever handed something over, by id. */
  public Map<String, SourceState> sources() {
    return Map.copyOf(sources);
  }

  /** The state of one source; the initial one if it never handed anything over. */
  public SourceState source(String id) {
    return sources.getOrDefault(id, SourceState.initial(id));
  }

  /** Writes what waits, remembers the receipt and stops the writer. */
  @Override
  public void close() {
    writer.submit(new Waiting(null, 0, new CompletableFuture<>()));
    try {
      writerThread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    committedFile.write(committed);
  }

  Path folder() {
    return folder;
  }

  Segment segmentOf(long offset) {
    List<Segment> all = segments;
    int i = all.size() - 1;
    while (i > 0 && all.get(i).first() > offset) {
      i--;
    }
    return all.get(i);
  }

  /** The offset behind the last reading of a segment. */
  long endOf(Segment segment) {
    long now = next;
    for (Segment later : segments) {
      if (later.first() > segment.first()) {
        return later.first();
      }
    }
    return now;
  }

  void added(Segment segment) {
    lock.lock();
    try {
      List<Segment> all = new ArrayList<>(segments);
      // One that holds no reading yet has the same name: it was replaced on disk.
      all.removeIf(old -> old.first() == segment.first() && forget(old));
      all.add(segment);
      segments = List.copyOf(all);
      bytes.addAndGet(segment.durableBytes());
      freeAcknowledged();
    } finally {
      lock.unlock();
    }
  }

  void nowDurable(Segment segment, int moreBytes, List<StoredEntry> entries, long nowNext) {
    for (StoredEntry stored : entries) {
      String source = stored.entry().source();
      sources.put(source, stored.appliedTo(source(source)));
    }
    bytes.addAndGet(moreBytes);
    segment.nowDurable(segment.durableBytes() + moreBytes);
    next = nowNext;
    onDurable.run();
  }

  void release(long reservedBytes) {
    reserved.addAndGet(-reservedBytes);
  }

  void writes(@Nullable String failure) {
    problem = Optional.ofNullable(failure);
  }

  /** Deletes segments of which everything is acknowledged; the newest stays, it has the states. */
  private boolean freeAcknowledged() {
    lock.lock();
    try {
      List<Segment> kept = new ArrayList<>(segments);
      while (kept.size() > 1 && kept.get(1).first() <= committed) {
        Segment done = kept.remove(0);
        freedSegments++;
        forget(done);
        try {
          Files.deleteIfExists(done.path());
        } catch (IOException undeletable) {
          log.warn("{} is acknowledged but cannot be deleted", done.path(), undeletable);
        }
      }
      boolean freed = kept.size() < segments.size();
      segments = List.copyOf(kept);
      if (freed) {
        room.signalAll();
      }
      return freed;
    } finally {
      lock.unlock();
    }
  }

  private boolean forget(Segment segment) {
    bytes.addAndGet(-segment.durableBytes());
    return true;
  }

  private static long estimate(SpoolEntry entry) {
    long total = ENTRY_BYTES + (long) READING_BYTES * entry.readings().size();
    for (Reading reading : entry.readings()) {
      if (reading.value() instanceof Value.Text text) {
        total += 3L * text.value().length();
      }
    }
    return total;
  }
}
