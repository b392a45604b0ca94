package io.nagare.sparkplug;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The MQTT topic of a Sparkplug B message: {@code spBv1.0/group/type/node[/device]}.
 *
 * <p>Group, node and device are the plain ids; the characters that MQTT or Sparkplug reserve
 * ({@code / + # %}) are percent-escaped in the text of the topic and nowhere else.
 *
 * <p>Source: Sparkplug 3.0, chapter 4 (topics and messages).
 *
 * @param group the site
 * @param type the kind of message
 * @param node the gateway
 * @param device the device; present exactly when the type is one of a device
 */
public record SparkplugTopic(String group, MessageType type, String node, Optional<String> device) {

  /** The namespace that every Sparkplug B topic starts with. */
  public static final String NAMESPACE = "spBv1.0";

  /**
   * Validates the ids.
   *
   * @throws IllegalArgumentException if an id is empty, or a device is given for a node's message
   *     or missing for a device's
   */
  public SparkplugTopic {
    if (group.isEmpty() || node.isEmpty() || device.filter(String::isEmpty).isPresent()) {
      throw new IllegalArgumentException("a Sparkplug topic needs non-empty ids");
    }
    if (type.ofDevice() != device.isPresent()) {
      throw new IllegalArgumentException(
          type + (type.ofDevice() ? " needs a device" : " takes no device"));
    }
  }

  /** The topic of a message of the edge node itself. */
  public static SparkplugTopic ofNode(String group, MessageType type, String node) {
    return new SparkplugTopic(group, type, node, Optional.empty());
  }

  /** The topic of a message of a device behind an edge node. */
  public static SparkplugTopic ofDevice(
      String group, MessageType type, String node, String device) {
    return new SparkplugTopic(group, type, node, Optional.of(device));
  }

  /**
   * Reads an MQTT topic.
   *
   * @return empty if it is not the topic of a node's or device's message (STATE is not one either)
   */
  public static Optional<SparkplugTopic> parse(String mqttTopic) {
    String[] levels = mqttTopic.split("/", -1);
    if (levels.length < 4 || levels.length > 5 || !levels[0].equals(NAMESPACE)) {
      return Optional.empty();
    }
    Optional<MessageType> type = typeNamed(levels[2]);
    if (type.isEmpty() || type.get().ofDevice() != (levels.length == 5)) {
      return Optional.empty();
    }
    Optional<String> device =
        levels.length == 5 ? Optional.of(unescape(levels[4])) : Optional.empty();
    if (levels[1].isEmpty() || levels[3].isEmpty() || device.filter(String::isEmpty).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new SparkplugTopic(unescape(levels[1]), type.get(), unescape(levels[3]), device));
  }

  /**
   * The topic filter that matches one type of message of every edge node of a group.
   *
   * @param group the site, or {@code "+"} for every site
   */
  public static String filterFor(String group, MessageType type) {
    String levels = NAMESPACE + "/" + (group.equals("+") ? "+" : escape(group)) + "/" + type + "/+";
    return type.ofDevice() ? levels + "/+" : levels;
  }

  /** The topic as MQTT carries it. */
  public String text() {
    String levels = NAMESPACE + "/" + escape(group) + "/" + type + "/" + escape(node);
    return device.map(id -> levels + "/" + escape(id)).orElse(levels);
  }

  /** An id with the reserved characters percent-escaped, so that it is one level of a topic. */
  public static String escape(String id) {
    StringBuilder escaped = new StringBuilder(id.length());
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      switch (c) {
        case '%', '/', '+', '#', '\0' -> escaped.append(String.format("%%%02X", (int) c));
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The id that {@link #escape} made a level of a topic from; a stray {@code %} stays as it is. */
  public static String unescape(String level) {
    if (level.indexOf('%') < 0) {
      return level;
    }
    byte[] in = level.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
      if (in[i] == '%' && high >= 0 && low >= 0) {
        out[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        out[length++] = in[i];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  private static Optional<MessageType> typeNamed(String level) {
    for (MessageType type : MessageType.values()) {
      if (type.name().equals(level)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
