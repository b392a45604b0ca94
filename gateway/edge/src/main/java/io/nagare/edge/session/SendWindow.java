package io.nagare.edge.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been sent and has no receipt yet, bounded in bytes.
 *
 * <p>Sparkplug data is QoS 0. HiveMQ drops such messages for a subscriber that is more than some 5
 * MB behind (measured), and what is lost depends on what is under way, not on the rate. Not
 * thread-safe.
 */
final class SendWindow {
  private static final int MAX_PATIENCE_DOUBLINGS = 4;

  private final long maxBytes;
  private final long patienceMillis;
  private final Deque<Sent> sent = new ArrayDeque<>();
  private long bytes;
  private long waitingSinceMillis;
  private int resends;

  /**
   * An empty window.
   *
   * @param maxBytes how much may be under way; one slice more than this may be
   * @param patience how long no receipt may come before everything is sent again; doubles with each
   *     time that nothing came, because a host that is slow is not helped by more
   */
  SendWindow(long maxBytes, Duration patience) {
    this.maxBytes = maxBytes;
    this.patienceMillis = patience.toMillis();
  }

  private record Sent(long to, long bytes) {}

  boolean hasRoom() {
    return bytes < maxBytes;
  }

  boolean isEmpty() {
    return sent.isEmpty();
  }

  /** Readings up to this offset (exclusive) were sent. */
  void sent(long to, long messageBytes, long nowMillis) {
    if (sent.isEmpty()) {
      waitingSinceMillis = nowMillis;
    }
    sent.addLast(new Sent(to, messageBytes));
    bytes += messageBytes;
  }

  /** A receipt came that is news. */
  void acknowledged(long committed, long nowMillis) {
    waitingSinceMillis = nowMillis;
    resends = 0;
    for (Sent first = sent.peekFirst();
        first != null && first.to() <= committed;
        first = sent.peekFirst()) {
      bytes -= first.bytes();
      sent.removeFirst();
    }
  }

  /** Whether something is under way and the receipt for it is overdue. */
  boolean isOverdue(long nowMillis) {
    long patience = patienceMillis << Math.min(resends, MAX_PATIENCE_DOUBLINGS);
    return !sent.isEmpty() && nowMillis - waitingSinceMillis >= patience;
  }

  /** Everything under way is given up for lost and will be sent again. */
  void resend() {
    forget();
    resends++;
  }

  /** A new session: nothing is under way. */
  void restart() {
    forget();
    resends = 0;
  }

  private void forget() {
    sent.clear();
    bytes = 0;
  }
}
