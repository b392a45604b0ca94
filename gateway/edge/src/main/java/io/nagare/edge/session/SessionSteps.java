package io.nagare.edge.session;

import java.time.Duration;

/** What the rules of a session can have done. */
interface SessionSteps {
  /** Connects to a server, the next of the list each time, with a new bdSeq in the will. */
  void connect();

  /** Subscribes to commands and to the primary host's STATE. */
  void subscribe();

  /** Publishes all births of a new session, then sends from the oldest reading without receipt. */
  void birth();

  /** Publishes all births again, in the same session; data goes on where it was. */
  void rebirth();

  /** Stops sending data and publishes the NDEATH. */
  void death();

  /** Disconnects. */
  void disconnect();

  /** Has {@link SessionRules#due} called with this timer after the delay. */
  void schedule(SessionRules.Timer timer, Duration delay);
}
