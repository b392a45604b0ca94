package io.nagare.edge.recording;

import io.nagare.edge.spool.Spool;
import io.nagare.edge.spool.SpoolEntry;
import io.nagare.edge.spool.SpoolFull;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Hands the entries of one source to the spool, in order, and waits where the spool cannot take
 * them: a recording is in no hurry and loses nothing.
 *
 * <p>One entry is under way while the source prepares the next, never two: after a failure the
 * spool must not take a later one. Used by one thread; the message may be read by others.
 */
final class SpoolFeed {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Spool spool;
  private @Nullable SpoolEntry entry;
  private @Nullable CompletableFuture<Long> underWay;
  private volatile Optional<String> message = Optional.empty();

  SpoolFeed(Spool spool) {
    this.spool = spool;
  }

  /** Why the source waits; empty while it does not. */
  Optional<String> message() {
    return message;
  }

  /** Hands over the next entry, once the one before is on disk. */
  void add(SpoolEntry next) throws InterruptedException {
    finish();
    entry = next;
    underWay = submit(next);
  }

  /** Waits until everything that was handed over is on disk. */
  void finish() throws InterruptedException {
    SpoolEntry waiting = entry;
    CompletableFuture<Long> done = underWay;
    while (waiting != null && done != null) {
      try {
        done.get();
        waiting = null;
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof IOException)) {
          throw new IllegalStateException("the spool failed", failed.getCause());
        }
        message =
            Optional.of("waits: the spool cannot be written: " + failed.getCause().getMessage());
        spool.awaitRoom(RETRY_AFTER);
        done = submit(waiting);
      }
    }
    message = Optional.empty();
    entry = null;
    underWay = null;
  }

  private CompletableFuture<Long> submit(SpoolEntry next) throws InterruptedException {
    while (true) {
      try {
        return spool.append(next);
      } catch (SpoolFull full) {
        message = Optional.of("waits: " + full.getMessage());
        spool.awaitRoom(RETRY_AFTER);
      }
    }
  }
}
