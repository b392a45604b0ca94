package io.nagare.sparkplug;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * The retained STATE message by which a host application says whether it is there.
 *
 * <p>Source: Sparkplug 3.0, section 6.4.30 (host application STATE).
 *
 * @param online whether the host application is there
 * @param timestampMillis UTC milliseconds; the will that a host registers carries the same value as
 *     the birth that follows it, so an older message is a stale one
 */
public record HostState(boolean online, long timestampMillis) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The topic on which the host application with this id publishes its state. */
  public static String topic(String hostId) {
    return SparkplugTopic.NAMESPACE + "/STATE/" + SparkplugTopic.escape(hostId);
  }

  /** The message's bytes, JSON in UTF-8. */
  public byte[] toJson() {
    try {
      return JSON.writeValueAsBytes(
          JSON.createObjectNode().put("online", online).put("timestamp", timestampMillis));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("two plain fields could not be written", impossible);
    }
  }

  /**
   * Reads a STATE message.
   *
   * @return empty if the bytes are not JSON, or one of the two fields is missing or of another type
   */
  public static Optional<HostState> parse(byte[] json) {
    try {
      JsonNode state = JSON.readTree(json);
      if (state == null
          || !state.path("online").isBoolean()
          || !state.path("timestamp").canConvertToLong()) {
        return Optional.empty();
      }
      return Optional.of(
          new HostState(state.get("online").booleanValue(), state.get("timestamp").longValue()));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
