package io.nagare.pipeline.decode;

/**
 * A message as the bridge received it: nothing in it is decoded or even known to be valid.
 *
 * @param topic the MQTT topic
 * @param receivedAtMillis when the bridge had it
 * @param payload the bytes
 * @param gatewayKey {@code site/gateway}; whose messages stay in order
 * @param position in the gateway's stream: later messages have higher ones
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
public record RawMessage(
    String topic, long receivedAtMillis, byte[] payload, String gatewayKey, long position) {}
