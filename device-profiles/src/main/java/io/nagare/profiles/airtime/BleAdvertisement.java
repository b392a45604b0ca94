package io.nagare.profiles.airtime;

/**
 * A non-connectable advertisement (ADV_NONCONN_IND) on the 1 Mbit/s physical layer.
 *
 * <p>Source: Bluetooth Core Specification, volume 6 part B section 2.1: preamble 1 byte, access
 * address 4, header 2, advertiser's address 6, data, CRC 3.
 *
 * @param bytes advertising data, 0 to 31
 * @param channels how many of the three primary channels it is sent on, 1 to 3
 */
public record BleAdvertisement(int bytes, int channels) {
  private static final int BYTES_AROUND = 1 + 4 + 2 + 6 + 3;
  private static final int MICROS_PER_BYTE = 8;

  /**
   * Validates both numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public BleAdvertisement {
    if (bytes < 0 || bytes > 31) {
      throw new IllegalArgumentException("bytes is " + bytes + "; use 0 to 31");
    }
    if (channels < 1 || channels > 3) {
      throw new IllegalArgumentException("channels is " + channels + "; use 1 to 3");
    }
  }

  /** Time on air on each channel: 128 to 376 microseconds. */
  public long perChannelMicros() {
    return (long) (BYTES_AROUND + bytes) * MICROS_PER_BYTE;
  }

  /** Time on air of one advertising event, over all its channels. */
  public long airtimeMicros() {
    return channels * perChannelMicros();
  }
}
