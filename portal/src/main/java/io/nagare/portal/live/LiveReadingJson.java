package io.nagare.portal.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Live readings as JSON: the value of the topic {@code live.readings} and of {@code /api/live}. */
public final class LiveReadingJson {
  private static final JsonMapper JSON = new JsonMapper();

  private LiveReadingJson() {}

  /**
   * Reads one value of the topic.
   *
   * @return nothing if it is no live reading: the topic is shared, and one bad record must not end
   *     the page
   */
  public static Optional<LiveReading> parse(byte[] json) {
    try {
      JsonNode node = JSON.readTree(json);
      SeriesKey key =
          new SeriesKey(
              text(node, "site"),
              text(node, "gateway"),
              text(node, "device"),
              text(node, "measurement"));
      if (key.site().isEmpty() || key.device().isEmpty() || key.measurement().isEmpty()) {
        return Optional.empty();
      }
      String name = text(node, "name");
      return Optional.of(
          new LiveReading(
              key,
              name.isEmpty() ? key.device() : name,
              text(node, "kind"),
              text(node, "area"),
              text(node, "asset"),
              node.path("capacity").isNumber()
                  ? OptionalLong.of(node.path("capacity").asLong())
                  : OptionalLong.empty(),
              text(node, "profile"),
              text(node, "unit"),
              value(node.path("value")),
              Optional.of(text(node, "text")).filter(text -> !text.isEmpty()),
              node.path("flag").asInt(2),
              Optional.of(text(node, "eventTime")).filter(t -> !t.isEmpty()).map(Instant::parse),
              Duration.ofMillis(Math.max(0, node.path("maxPeriodMillis").asLong(0))),
              text(node, "session").equals("dead")));
    } catch (IOException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** One reading with its state, for {@code /api/live}. */
  static ObjectNode write(LiveReading reading, Freshness freshness) {
    ObjectNode node = JSON.createObjectNode();
    node.put("site", reading.key().site());
    node.put("gateway", reading.key().gateway());
    node.put("device", reading.key().device());
    node.put("measurement", reading.key().measurement());
    node.put("name", reading.name());
    node.put("kind", reading.kind());
    node.put("area", emptyToNull(reading.area()));
    node.put("asset", emptyToNull(reading.asset()));
    node.set(
        "capacity",
        reading.capacity().isPresent()
            ? node.numberNode(reading.capacity().getAsLong())
            : node.nullNode());
    node.put("profile", reading.profile());
    node.put("unit", reading.unit());
    node.set(
        "value",
        reading.value().isPresent()
            ? node.numberNode(reading.value().getAsDouble())
            : node.nullNode());
    node.put("text", reading.text().orElse(null));
    node.put("flag", reading.flag());
    node.put("eventTime", reading.eventTime().map(Instant::toString).orElse(null));
    node.put("maxPeriodMillis", reading.maxPeriod().toMillis());
    node.put("session", reading.sessionDead() ? "dead" : "online");
    node.put("state", freshness.id());
    return node;
  }

  private static OptionalDouble value(JsonNode value) {
    if (value.isBoolean()) {
      return OptionalDouble.of(value.asBoolean() ? 1 : 0);
    }
    return value.isNumber() && Double.isFinite(value.asDouble())
        ? OptionalDouble.of(value.asDouble())
        : OptionalDouble.empty();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).asText() : "";
  }

  private static @org.jspecify.annotations.Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
