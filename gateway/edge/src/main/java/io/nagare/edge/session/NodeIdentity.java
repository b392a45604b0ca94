package io.nagare.edge.session;

import io.nagare.sparkplug.MessageType;
import io.nagare.sparkplug.SparkplugTopic;

/**
 * Who this edge node is.
 *
 * @param site the Sparkplug group
 * @param gateway the Sparkplug edge node
 */
public record NodeIdentity(String site, String gateway) {

  String nodeTopic(MessageType type) {
    return SparkplugTopic.ofNode(site, type, gateway).text();
  }

  String deviceTopic(MessageType type, String device) {
    return SparkplugTopic.ofDevice(site, type, gateway, device).text();
  }

  /** The filter for commands to any device behind this node. */
  String deviceCommands() {
    return deviceTopic(MessageType.DCMD, "x").replaceFirst("x$", "+");
  }

  /** The MQTT client id: one connection a gateway, a second one would replace the first. */
  String clientId() {
    return "nagare/" + site + "/" + gateway;
  }
}
