package io.nagare.profiles;

import java.util.List;
import java.util.OptionalInt;

/**
 * What tells a device of a model from others. It helps to find the profile; it proves nothing.
 *
 * @param bleCompany Bluetooth company id in manufacturer data, 0 to 65535
 * @param ouis first three bytes of its MAC addresses, as {@code a4:c1:38}
 * @param devEuis first bytes of its LoRaWAN DevEUIs, 6 to 16 hexadecimal digits
 * @param coapEndpoints beginnings of its CoAP endpoint names
 */
public record Recognition(
    OptionalInt bleCompany, List<String> ouis, List<String> devEuis, List<String> coapEndpoints) {
  /** Nothing is known to tell it. */
  public static final Recognition NONE =
      new Recognition(OptionalInt.empty(), List.of(), List.of(), List.of());

  /** Keeps copies of the lists. */
  public Recognition {
    ouis = List.copyOf(ouis);
    devEuis = List.copyOf(devEuis);
    coapEndpoints = List.copyOf(coapEndpoints);
  }
}
