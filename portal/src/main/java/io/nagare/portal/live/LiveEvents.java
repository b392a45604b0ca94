package io.nagare.portal.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.portal.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes the live page to its readers as server-sent events: {@code patch} with what changed,
 * {@code beat} with the server's time and the state of the feed.
 */
public final class LiveEvents implements AutoCloseable {
  /** More readers than this are refused: each may hold a thread while it is slow. */
  public static final int MAX_READERS = 100;

  /** A reader hears something at least this often; after two missed ones the link is lost. */
  public static final Duration BEAT = Duration.ofMillis(1500);

  private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final LivePublisher publisher;
  private final LiveFeed feed;
  private final Clock clock;
  private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor writers =
      new ThreadPoolExecutor(0, MAX_READERS, 30, TimeUnit.SECONDS, new SynchronousQueue<>());

  /** Where the events of one reader go. */
  public interface Sink {
    /** Writes bytes and sends them off; blocks while the reader is slow. */
    void write(byte[] event) throws IOException;

    /** Ends the connection. */
    void close();
  }

  /** Events from a publisher's board and a feed's state. */
  public LiveEvents(LivePublisher publisher, LiveFeed feed, Clock clock) {
    this.publisher = publisher;
    this.feed = feed;
    this.clock = clock;
    publisher.onTick(this::push);
  }

  /** Whether one more reader is welcome. */
  public boolean hasRoom() {
    return readers.size() < MAX_READERS;
  }

  /** How many readers there are. */
  public int readers() {
    return readers.size();
  }

  /**
   * Adds a reader.
   *
   * @param epoch of the page it has
   * @param revision of the page it has
   * @return what to call when the connection is gone
   */
  public Runnable add(Sink sink, Language language, String epoch, long revision) {
    Reader reader = new Reader(sink, language, epoch, revision);
    readers.add(reader);
    return () -> readers.remove(reader);
  }

  private void push() {
    long revision = publisher.board().revision();
    long now = clock.millis();
    for (Reader reader : readers) {
      if (reader.isDue(revision, now) && reader.busy.compareAndSet(false, true)) {
        try {
          writers.execute(() -> write(reader));
        } catch (RejectedExecutionException full) {
          reader.busy.set(false);
        }
      }
    }
  }

  private void write(Reader reader) {
    try {
      LivePublisher.Patch patch = publisher.patch(reader.epoch, reader.revision, reader.language);
      if (!patch.fragments().isEmpty()) {
        reader.sink.write(event("patch", patch.epoch() + ":" + patch.revision(), json(patch)));
      }
      reader.epoch = patch.epoch();
      reader.revision = patch.revision();
      if (clock.millis() - reader.beatAt >= BEAT.toMillis()) {
        reader.sink.write(event("beat", "", beat()));
        reader.beatAt = clock.millis();
      }
    } catch (IOException gone) {
      readers.remove(reader);
      reader.sink.close();
    } catch (RuntimeException defect) {
      LOG.error("a reader of the live page is let go", defect);
      readers.remove(reader);
      reader.sink.close();
    } finally {
      reader.busy.set(false);
    }
  }

  private ObjectNode json(LivePublisher.Patch patch) {
    ObjectNode node = JSON.createObjectNode().put("now", clock.millis());
    patch.fragments().forEach(node.putArray("fragments")::add);
    return node;
  }

  private ObjectNode beat() {
    FeedState state = feed.state();
    return JSON.createObjectNode()
        .put("now", clock.millis())
        .put("feed", state.phase().id())
        .put("since", state.since().toEpochMilli());
  }

  private static byte[] event(String name, String id, ObjectNode data) throws IOException {
    try {
      // JSON escapes line ends, so one data line is enough
      String text =
          (id.isEmpty() ? "" : "id: " + id + "\n")
              + "event: "
              + name
              + "\ndata: "
              + JSON.writeValueAsString(data)
              + "\n\n";
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IOException(impossible);
    }
  }

  @Override
  public void close() {
    readers.forEach(reader -> reader.sink.close());
    readers.clear();
    writers.shutdownNow();
  }

  private static final class Reader {
    private final Sink sink;
    private final Language language;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile String epoch;
    private volatile long revision;
    private volatile long beatAt;

    private Reader(Sink sink, Language language, String epoch, long revision) {
      this.sink = sink;
      this.language = language;
      this.epoch = epoch;
      this.revision = revision;
    }

    private boolean isDue(long newest, long now) {
      return newest != revision || now - beatAt >= BEAT.toMillis();
    }
  }
}
