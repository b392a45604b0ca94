package io.nagare.portal.live;

/**
 * Names one measurement of one device of one gateway of one site.
 *
 * @param site Sparkplug group
 * @param gateway Sparkplug edge node
 * @param device Sparkplug device
 * @param measurement name in the device's profile
 */
public record SeriesKey(String site, String gateway, String device, String measurement) {

  /** {@code site/gateway/device/measurement}, the key of the live topic and of the page. */
  public String text() {
    return site + '/' + gateway + '/' + device + '/' + measurement;
  }

  /** {@code site/gateway/device}. */
  public String deviceText() {
    return site + '/' + gateway + '/' + device;
  }
}
