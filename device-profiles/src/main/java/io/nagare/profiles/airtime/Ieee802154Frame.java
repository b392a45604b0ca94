package io.nagare.profiles.airtime;

/**
 * An IEEE 802.15.4 frame at 2.4 GHz (O-QPSK, 250 kbit/s).
 *
 * <p>Source: IEEE 802.15.4, O-QPSK PHY: four bytes of preamble, one of start, one of length, then
 * the frame.
 *
 * @param bytes the frame with its checksum, 0 to 127
 */
public record Ieee802154Frame(int bytes) {
  private static final int BYTES_BEFORE = 4 + 1 + 1;
  private static final int MICROS_PER_BYTE = 32;

  /**
   * Validates the length.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public Ieee802154Frame {
    if (bytes < 0 || bytes > 127) {
      throw new IllegalArgumentException("bytes is " + bytes + "; use 0 to 127");
    }
  }

  /** Time on air in microseconds; 4256 for the longest frame. */
  public long airtimeMicros() {
    return (long) (BYTES_BEFORE + bytes) * MICROS_PER_BYTE;
  }
}
