package io.nagare.profiles;

import java.util.Locale;

/** How an interface of a device carries data. */
public enum Technology {
  /** A cable: a bus, a current loop, Ethernet. */
  WIRED,
  /** Nothing: the data comes from a file. */
  NONE,
  /** LoRa modulation. */
  LORA,
  /** Frequency shift keying below 1 GHz. */
  FSK,
  /** Bluetooth Low Energy. */
  BLE,
  /** IEEE 802.15.4, such as Zigbee, Thread or Wi-SUN. */
  IEEE802154,
  /** IEEE 802.11. */
  WIFI,
  /** A radio of another kind. */
  OTHER_RADIO;

  /** Whether it is a radio. */
  public boolean radio() {
    return this != WIRED && this != NONE;
  }

  /** The name that profiles use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
