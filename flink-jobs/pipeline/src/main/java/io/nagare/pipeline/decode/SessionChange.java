package io.nagare.pipeline.decode;

/**
 * The start or the end of a device's session.
 *
 * @param site Sparkplug group
 * @param gateway Sparkplug edge node
 * @param device whose session it is; empty for all devices of the gateway
 * @param online whether it began
 * @param position of the message in the gateway's stream
 */
public record SessionChange(
    String site, String gateway, String device, boolean online, long position) {

  /** The gateway as one text, {@code site/gateway}. */
  public String gatewayKey() {
    return site + "/" + gateway;
  }
}
