package io.nagare.edge.session;

import io.nagare.sparkplug.HostState;
import java.time.Duration;

/**
 * The session of a Sparkplug edge node: what follows on what, without any network.
 *
 * <p>Connect with the NDEATH as will → subscribe → wait for the primary host → NBIRTH, DBIRTHs →
 * data; a host that goes offline ends the session, a rebirth only repeats the births. Every call
 * comes from one thread.
 *
 * <p>Source: Sparkplug 3.0, chapter 5 (operational behavior), with a primary host.
 */
final class SessionRules {
  /** Rebirths that are asked for within this time of births are answered by one. */
  static final Duration REBIRTH_DEBOUNCE = Duration.ofSeconds(1);

  /** How long to wait for the primary host on one server before the next server is tried. */
  static final Duration WALK_AFTER = Duration.ofSeconds(10);

  private final SessionSteps steps;
  private final BackOff backOff;
  private final boolean severalServers;

  private State state = State.OFFLINE;
  private boolean subscribed;
  private boolean hostOnline;
  private long hostTimestamp = Long.MIN_VALUE;
  private long bornMillis;
  private boolean rebirthPending;

  SessionRules(SessionSteps steps, BackOff backOff, boolean severalServers) {
    this.steps = steps;
    this.backOff = backOff;
    this.severalServers = severalServers;
  }

  /** Where a session stands. */
  enum State {
    /** No connection; the next attempt is scheduled. */
    OFFLINE,
    /** A connection is being made. */
    CONNECTING,
    /** Connected, not born: the subscriptions or the primary host are awaited. */
    WAITING_FOR_HOST,
    /** Born: data is sent. */
    ONLINE,
    /** Ended for good. */
    STOPPED
  }

  /** What can be due. */
  enum Timer {
    RECONNECT,
    REBIRTH,
    WALK
  }

  State state() {
    return state;
  }

  void start() {
    if (state == State.OFFLINE) {
      state = State.CONNECTING;
      steps.connect();
    }
  }

  void connected() {
    if (state == State.CONNECTING) {
      state = State.WAITING_FOR_HOST;
      subscribed = false;
      hostOnline = false;
      // What the broker retains is the newest it knows: only within a session can a state be old.
      hostTimestamp = Long.MIN_VALUE;
      steps.subscribe();
    }
  }

  void subscribed(long nowMillis) {
    subscribed = true;
    if (severalServers && !hostOnline) {
      steps.schedule(Timer.WALK, WALK_AFTER);
    }
    bearIfReady(nowMillis);
  }

  /** The connection could not be made, or is lost. */
  void lost() {
    if (state != State.STOPPED && state != State.OFFLINE) {
      goOffline();
    }
  }

  /**
   * The primary host said whether it is there.
   *
   * <p>A state that is older than the one before is ignored: a broker may deliver the will of a
   * connection that the host has long replaced.
   */
  void host(HostState host, long nowMillis) {
    if (host.timestampMillis() < hostTimestamp) {
      return;
    }
    hostTimestamp = host.timestampMillis();
    hostOnline = host.online();
    if (hostOnline) {
      bearIfReady(nowMillis);
    } else if (state == State.ONLINE) {
      steps.death();
      steps.disconnect();
      goOffline();
    }
  }

  void rebirthAsked(long nowMillis) {
    if (state != State.ONLINE || rebirthPending) {
      return;
    }
    long left = bornMillis + REBIRTH_DEBOUNCE.toMillis() - nowMillis;
    if (left > 0) {
      rebirthPending = true;
      steps.schedule(Timer.REBIRTH, Duration.ofMillis(left));
    } else {
      bornMillis = nowMillis;
      steps.rebirth();
    }
  }

  /** A timer that the rules scheduled is due; one that has lost its reason does nothing. */
  void due(Timer timer, long nowMillis) {
    switch (timer) {
      case RECONNECT -> start();
      case REBIRTH -> {
        if (state == State.ONLINE && rebirthPending) {
          rebirthPending = false;
          bornMillis = nowMillis;
          steps.rebirth();
        }
      }
      case WALK -> {
        if (state == State.WAITING_FOR_HOST) {
          steps.disconnect();
          goOffline();
        }
      }
    }
  }

  void stop() {
    if (state == State.ONLINE) {
      steps.death();
    }
    if (state != State.OFFLINE && state != State.STOPPED) {
      steps.disconnect();
    }
    state = State.STOPPED;
  }

  private void bearIfReady(long nowMillis) {
    if (state == State.WAITING_FOR_HOST && subscribed && hostOnline) {
      state = State.ONLINE;
      backOff.reset();
      bornMillis = nowMillis;
      rebirthPending = false;
      steps.birth();
    }
  }

  private void goOffline() {
    state = State.OFFLINE;
    subscribed = false;
    rebirthPending = false;
    steps.schedule(Timer.RECONNECT, backOff.next());
  }
}
