package io.nagare.bridge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.nagare.sparkplug.SpoolCommitted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the status page shows.
 *
 * @param state what the bridge is doing
 * @param since ISO instant from which on it has been doing that
 * @param reason why it is not online, in words
 * @param counts since the process started
 * @param inFlight messages and bytes that Kafka has not confirmed yet
 * @param gateways every gateway heard since the process started
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BridgeStatus(
    @JsonProperty("hostId") String hostId,
    @JsonProperty("state") String state,
    @JsonProperty("since") String since,
    @JsonProperty("reason") @Nullable String reason,
    @JsonProperty("mqtt") String mqtt,
    @JsonProperty("kafka") String kafka,
    @JsonProperty("topic") String topic,
    @JsonProperty("counts") Map<String, Long> counts,
    @JsonProperty("inFlight") Map<String, Integer> inFlight,
    @JsonProperty("gateways") List<GatewayStatus> gateways) {

  /** What the bridge is doing. */
  enum State {
    /** Kafka does not answer; no session is open, so gateways spool. */
    WAITING_FOR_KAFKA("waiting-for-kafka"),
    /** Kafka answers; a session with the MQTT broker is being opened. */
    CONNECTING("connecting"),
    /** Messages go to Kafka. */
    ONLINE("online"),
    /** The process was told to stop. */
    STOPPED("stopped");

    private final String text;

    State(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /**
   * One gateway.
   *
   * @param epoch its spool's epoch, from its last NBIRTH
   * @param committed every offset below it is in Kafka
   * @param received messages from it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GatewayStatus(
      @JsonProperty("site") String site,
      @JsonProperty("gateway") String gateway,
      @JsonProperty("online") boolean online,
      @JsonProperty("epoch") @Nullable Long epoch,
      @JsonProperty("committed") @Nullable Long committed,
      @JsonProperty("received") long received,
      @JsonProperty("lastMessageAt") @Nullable String lastMessageAt) {

    static GatewayStatus of(
        String site,
        String gateway,
        boolean online,
        Optional<SpoolCommitted> acknowledged,
        long received,
        long lastMessageMillis) {
      return new GatewayStatus(
          site,
          gateway,
          online,
          acknowledged.map(SpoolCommitted::epoch).orElse(null),
          acknowledged.map(SpoolCommitted::committed).orElse(null),
          received,
          received == 0 ? null : Instant.ofEpochMilli(lastMessageMillis).toString());
    }
  }
}
