package io.nagare.edge.recording;

import io.nagare.edge.admission.Reason;
import io.nagare.edge.admission.RefusedLog;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.recording.Recording.SourceFile;
import io.nagare.edge.spool.SourceState;
import io.nagare.edge.spool.Spool;
import io.nagare.edge.spool.SpoolEntry;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays one recording into the spool, from where the spool says it stopped.
 *
 * <p>Rows go to the spool in entries of whole rows, each with the position behind its last row and
 * the counts of its cells. So whatever ends the process, the next one reads on exactly there.
 */
public final class RecordingSource implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RecordingSource.class);

  /** Enough to make the force to disk cheap, few enough to start delivering at once. */
  private static final int ENTRY_READINGS = 8_192;

  /** Rows of refused or empty cells are recorded too, so that a restart does not repeat them. */
  private static final int ENTRY_ROWS = 50_000;

  private final Recording recording;
  private final Replay replay;
  private final Spool spool;
  private final RefusedLog refusedLog;
  private final Clock clock;
  private final Pacer pacer;
  private final RowReader reader;
  private final SpoolFeed feed;
  private final Thread thread;
  private volatile State state = State.RUNNING;
  private volatile Optional<String> failure = Optional.empty();

  private final Entry entry = new Entry();
  private ReplayPosition position = ReplayPosition.start(0);

  /** A source of this recording; nothing is read before {@link #start}. */
  public RecordingSource(
      Recording recording, Replay replay, Spool spool, RefusedLog refusedLog, Clock clock) {
    this(recording, replay, spool, refusedLog, clock, Pacer.of(clock));
  }

  RecordingSource(
      Recording recording,
      Replay replay,
      Spool spool,
      RefusedLog refusedLog,
      Clock clock,
      Pacer pacer) {
    this.recording = recording;
    this.replay = replay;
    this.spool = spool;
    this.refusedLog = refusedLog;
    this.clock = clock;
    this.pacer = pacer;
    this.reader = new RowReader(recording);
    this.feed = new SpoolFeed(spool);
    this.thread = new Thread(this::run, "recording " + recording.id());
  }

  /** Whether a source still reads. */
  public enum State {
    /** It reads, or waits until the next row is due or the spool has room. */
    RUNNING,
    /** Everything has been read and is on disk. */
    FINISHED,
    /** It cannot be read on; the message says why. */
    FAILED
  }

  /** Starts to read, on a thread of its own. */
  public void start() {
    thread.start();
  }

  /** The source's id. */
  public String id() {
    return recording.id();
  }

  /** Whether it still reads. */
  public State state() {
    return state;
  }

  /** Why it waits or failed; empty while all is well. */
  public Optional<String> message() {
    return failure.or(feed::message);
  }

  /** Stops reading; what was handed to the spool stays there. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      SourceState before = spool.source(recording.id());
      if (!before.finished()) {
        replay(before);
      }
      state = State.FINISHED;
    } catch (InterruptedException stopped) {
      log.info("recording {} stops at row {} of file {}", id(), position.rows(), position.file());
    } catch (IOException | RuntimeException failed) {
      log.error("recording {} cannot be read on", id(), failed);
      failure = Optional.of(String.valueOf(failed.getMessage()));
      state = State.FAILED;
    } finally {
      refusedLog.flush();
    }
  }

  private void replay(SourceState before) throws IOException, InterruptedException {
    position =
        before.position().isEmpty()
            ? ReplayPosition.start(shiftMillis())
            : ReplayPosition.parse(before.position());
    long begunMillis =
        clock.millis() - ReplayRules.replayMillis(position.recordedMillis(), replay.speed());
    while (position.file() < recording.files().size()) {
      replay(recording.files().get(position.file()), begunMillis);
      position = position.nextFile();
    }
    flush(true);
    feed.finish();
    SourceState after = spool.source(recording.id());
    log.info(
        "recording {} is finished: {} values offered, {} refused, {} accepted",
        id(),
        after.offered(),
        after.refused(),
        after.accepted());
  }

  private void replay(SourceFile file, long begunMillis) throws IOException, InterruptedException {
    try (CsvRows rows = CsvRows.open(file.path(), recording.separator())) {
      skip(rows, 1 + position.rows());
      for (Optional<CsvRows.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
        CsvRows.Row row = next.get();
        OptionalLong time = reader.timeOf(file, row);
        ReplayPosition after = position.afterRow(time);
        if (replay.speed().isPresent()) {
          awaitDue(begunMillis + ReplayRules.replayMillis(after.recordedMillis(), replay.speed()));
        }
        reader.read(file, row, time, position.shiftMillis(), entry);
        position = after;
        entry.rows++;
        if (entry.readings.size() >= ENTRY_READINGS || entry.rows >= ENTRY_ROWS) {
          flush(false);
        }
      }
    }
  }

  private void awaitDue(long dueMillis) throws InterruptedException {
    if (dueMillis > clock.millis()) {
      flush(false);
      pacer.waitUntil(dueMillis);
    }
  }

  private void flush(boolean finished) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (entry.rows > 0 || finished) {
      feed.add(entry.take(recording.id(), position.text(), finished));
      refusedLog.flush();
    }
  }

  /** Reads all times once, because the shift depends on the newest. */
  private long shiftMillis() throws IOException {
    if (replay.time() == Replay.TimeMode.ORIGINAL) {
      return 0;
    }
    ReplayPosition seen = ReplayPosition.start(0);
    for (SourceFile file : recording.files()) {
      try (CsvRows rows = CsvRows.open(file.path(), recording.separator())) {
        skip(rows, 1);
        for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
          seen = seen.afterRow(reader.timeOf(file, row.get()));
        }
      }
    }
    return seen.first().isEmpty()
        ? 0
        : ReplayRules.shiftMillis(
            replay, clock.millis(), seen.first().getAsLong(), seen.newest().orElse(0));
  }

  private static void skip(CsvRows rows, long count) throws IOException {
    for (long i = 0; i < count && rows.next().isPresent(); i++) {
      // The rows were read before; only their number matters.
    }
  }

  /** Collects the rows of the next entry. */
  private final class Entry implements RowReader.Outcome {
    private List<Reading> readings = new ArrayList<>();
    private int refused;
    private int rows;

    @Override
    public void admitted(Reading reading) {
      readings.add(reading);
    }

    @Override
    public void refused(int cells, String place, Reason reason, String detail) {
      refused += cells;
      refusedLog.refused(recording.id(), place, reason.code(), detail);
    }

    SpoolEntry take(String source, String behind, boolean finished) {
      SpoolEntry taken =
          new SpoolEntry(source, readings.size() + refused, refused, behind, finished, readings);
      readings = new ArrayList<>(ENTRY_READINGS);
      refused = 0;
      rows = 0;
      return taken;
    }
  }
}
