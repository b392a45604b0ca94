package io.nagare.standalone.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a gateway says of itself.
 *
 * @param gateway its name
 * @param epoch its spool's epoch
 * @param next readings that its spool has taken since it was made
 * @param committed readings of these that are known to be in Kafka
 * @param offered values that its sources read
 * @param refused values that admission refused
 * @param recordingsRunning whether a recording is still being replayed
 * @param failures recordings that could not be replayed to their end, in words
 */
public record GatewayCounts(
    String gateway,
    long epoch,
    long next,
    long committed,
    long offered,
    long refused,
    boolean recordingsRunning,
    List<String> failures) {

  /** Counts whose list cannot change. */
  public GatewayCounts {
    failures = List.copyOf(failures);
  }

  /** Reads a gateway's status page. */
  public static GatewayCounts of(String gateway, JsonNode status) {
    boolean running = false;
    List<String> failures = new ArrayList<>();
    for (JsonNode source : status.path("sources")) {
      if (source.path("kind").asText().equals("recording")) {
        String state = source.path("state").asText();
        running |= state.equals("running");
        if (state.equals("failed")) {
          failures.add(source.path("id").asText() + ": " + source.path("message").asText());
        }
      }
    }
    JsonNode spool = status.path("spool");
    JsonNode counts = status.path("counts");
    return new GatewayCounts(
        gateway,
        spool.path("epoch").asLong(),
        spool.path("next").asLong(),
        spool.path("committed").asLong(),
        counts.path("offered").asLong(),
        counts.path("refused").asLong(),
        running,
        failures);
  }

  /** Whether nothing more will come and all that came is in Kafka. */
  public boolean delivered() {
    return !recordingsRunning && committed == next;
  }
}
