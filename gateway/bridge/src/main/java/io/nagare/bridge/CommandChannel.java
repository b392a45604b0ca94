package io.nagare.bridge;

/** Takes commands to gateways; may lose them, as QoS 0 does. */
interface CommandChannel {
  /** Sends a command without waiting. */
  void send(String topic, byte[] payload);
}
