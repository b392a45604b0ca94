package io.nagare.edge;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been opened so far, to be closed again in reverse when the rest cannot be. */
final class Closing {
  private static final Logger log = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T opened) {
    this.opened.push(opened);
    return opened;
  }

  void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception unclosable) {
        log.warn("something that was opened could not be closed", unclosable);
      }
    }
  }
}
