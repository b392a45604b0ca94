package io.nagare.portal.live;

import java.util.Map;

/** UCUM codes as people write the units. */
final class Units {
  private static final Map<String, String> SIGNS =
      Map.of(
          "1", "",
          "Cel", "°C",
          "[ppm]", "ppm",
          "[ppb]", "ppb",
          "dB[mW]", "dBm",
          "[g]", "g",
          "deg", "°",
          "m3", "m³",
          "m3/h", "m³/h",
          "kW.h", "kWh");

  private Units() {}

  /** The sign of a unit; the code itself when people write it so, or it is not known here. */
  static String sign(String ucum) {
    return SIGNS.getOrDefault(ucum, ucum);
  }
}
