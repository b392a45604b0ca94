package io.nagare.portal.live;

import io.nagare.portal.live.Board.Card;
import io.nagare.portal.live.Board.Group;
import io.nagare.portal.text.Language;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the live map into a board several times a second, and tells any reader of the page what
 * changed since the revision it has.
 *
 * <p>Nothing is queued for a reader: what it missed is computed when it can take it, so a slow one
 * costs no memory and skips to the newest.
 */
public final class LivePublisher implements AutoCloseable {
  /** How often the board follows the map. */
  public static final Duration TICK = Duration.ofMillis(300);

  private static final Logger LOG = LoggerFactory.getLogger(LivePublisher.class);

  private final LiveMap map;
  private final BoardBuilder builder;
  private final LiveRenderer renderer;
  private final Clock clock;
  private final String epoch = UUID.randomUUID().toString();
  private final List<Runnable> listeners = new ArrayList<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "live-publisher");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Published published = new Published(BoardRevisions.empty());

  /** A board with the pieces of it that were rendered already. */
  private record Published(BoardRevisions revisions, Map<String, String> rendered) {
    Published(BoardRevisions revisions) {
      this(revisions, new ConcurrentHashMap<>());
    }
  }

  /**
   * What a reader needs to be up to date.
   *
   * @param epoch differs from one run of the portal to the next
   * @param revision the reader has afterwards
   * @param fragments elements of the page that take the place of those with the same id
   */
  public record Patch(String epoch, long revision, List<String> fragments) {}

  /** A publisher of the map's content. */
  public LivePublisher(LiveMap map, BoardBuilder builder, LiveRenderer renderer, Clock clock) {
    this.map = map;
    this.builder = builder;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** Calls the listener after each tick; to be set before {@link #start()}. */
  public void onTick(Runnable listener) {
    listeners.add(listener);
  }

  /** Begins to follow the map. */
  public void start() {
    ticker.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The newest board. */
  public Board board() {
    return published.revisions().board();
  }

  /** Names this run of the portal. */
  public String epoch() {
    return epoch;
  }

  /** What a reader misses that has a revision of an epoch; everything when the epoch is another. */
  public Patch patch(String readerEpoch, long revision, Language language) {
    Published current = published;
    long newest = current.revisions().board().revision();
    BoardRevisions.Changes changes =
        readerEpoch.equals(epoch)
            ? current.revisions().since(revision)
            : new BoardRevisions.Changes(true, List.of(), List.of());
    List<String> fragments = new ArrayList<>();
    if (changes.whole()) {
      fragments.add(render(current, language, "board"));
    }
    for (Group group : changes.groups()) {
      fragments.add(
          current
              .rendered()
              .computeIfAbsent(
                  language.id() + group.id(),
                  id -> renderer.group(group, language, clock.instant())));
    }
    for (Card card : changes.cards()) {
      fragments.add(
          current
              .rendered()
              .computeIfAbsent(
                  language.id() + card.id(), id -> renderer.card(card, language, clock.instant())));
    }
    return new Patch(epoch, newest, fragments);
  }

  private String render(Published current, Language language, String id) {
    return current
        .rendered()
        .computeIfAbsent(
            language.id() + id,
            key -> renderer.board(current.revisions().board(), language, clock.instant()));
  }

  private void tick() {
    try {
      if (map.revision() != board().revision()) {
        published = new Published(published.revisions().next(builder.build(map.snapshot())));
      }
      listeners.forEach(Runnable::run);
    } catch (RuntimeException defect) {
      // a scheduled task that throws is never run again: the page would stand still unseen
      LOG.error("the live page could not be brought up to date", defect);
    }
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
