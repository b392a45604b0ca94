package io.nagare.profiles.airtime;

/**
 * Whose time on air is counted, and where.
 *
 * @param device the device; the gateway's own radios have ids too
 * @param subBand the sub-band, named after the rule that limits it
 */
public record AirtimeKey(String device, String subBand) {

  /**
   * Validates both names.
   *
   * @throws IllegalArgumentException if one is empty or holds a tab or an end of line
   */
  public AirtimeKey {
    for (String name : new String[] {device, subBand}) {
      if (name.isEmpty() || name.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r')) {
        throw new IllegalArgumentException(
            "\"" + name + "\" is no name; use one without tabs and ends of line");
      }
    }
  }

  AirtimeKey onChannel(long centreHz) {
    return new AirtimeKey(device, subBand + "#" + centreHz);
  }
}
