package io.nagare.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import io.nagare.standalone.ledger.GatewayCounts;
import io.nagare.standalone.probes.LoopbackHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sees when the first reading is accepted by a gateway, and when one is on the live page. */
final class FirstReadings {
  private static final int PAUSE_MILLIS = 200;

  private final CompletableFuture<Accepted> accepted = new CompletableFuture<>();
  private final CompletableFuture<Duration> live = new CompletableFuture<>();
  private final Map<String, Long> before = new HashMap<>();
  private final Run run;

  /**
   * When a gateway was first seen to accept something.
   *
   * @param at the moment
   * @param before readings that the gateways had accepted before
   */
  record Accepted(Instant at, long before) {}

  /**
   * What is known of the run.
   *
   * @param command when the user gave the command
   * @param newFolder whether nothing was accepted before
   * @param eventTimesAreNow whether readings of this run can be told by their event time
   */
  record Run(Instant command, boolean newFolder, boolean eventTimesAreNow) {}

  private FirstReadings(Run run) {
    this.run = run;
  }

  /** Begins to watch. */
  static FirstReadings watch(Gateways gateways, int portalPort, Run run) {
    FirstReadings first = new FirstReadings(run);
    first.inBackground("first-accepted", () -> first.lookForAccepted(gateways));
    if (run.newFolder() || run.eventTimesAreNow()) {
      first.inBackground("first-live", () -> first.lookForLive(portalPort));
    }
    return first;
  }

  /** From the command to the first reading on the live page, once there was one. */
  CompletableFuture<Duration> live() {
    return live;
  }

  /** The first accepted reading, if there was one. */
  Optional<Accepted> accepted() {
    return Optional.ofNullable(accepted.getNow(null));
  }

  /** How long the first live reading took, if there was one. */
  Optional<Duration> liveNow() {
    return Optional.ofNullable(live.getNow(null));
  }

  private void inBackground(String name, Supplier<Boolean> found) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!found.get()) {
                  TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private boolean lookForAccepted(Gateways gateways) {
    boolean found = false;
    for (GatewayCounts gateway : gateways.counts()) {
      long known = run.newFolder() ? 0 : gateway.next();
      found |= gateway.next() > before.computeIfAbsent(gateway.gateway(), name -> known);
    }
    if (found) {
      long sum = before.values().stream().mapToLong(Long::longValue).sum();
      accepted.complete(new Accepted(Instant.now(), sum));
    }
    return found;
  }

  private boolean lookForLive(int portalPort) {
    Optional<JsonNode> answer = LoopbackHttp.get(portalPort, "/api/live");
    if (answer.isEmpty()) {
      return false;
    }
    JsonNode readings = answer.get().isArray() ? answer.get() : answer.get().path("readings");
    for (JsonNode reading : readings) {
      if (isNew(reading)) {
        return live.complete(Duration.between(run.command(), Instant.now()));
      }
    }
    return false;
  }

  private boolean isNew(JsonNode reading) {
    String eventTime = reading.path("eventTime").asText("");
    if (eventTime.isEmpty() || eventTime.equals("null")) {
      return false;
    }
    return !run.eventTimesAreNow() || !Instant.parse(eventTime).isBefore(run.command());
  }
}
