package io.nagare.profiles.airtime;

/**
 * A LoRa frame on the air.
 *
 * <p>Source of the formula: Semtech SX1276/77/78/79 datasheet, section 4.1.1.7; spreading factors 5
 * and 6 follow another one and are not accepted.
 *
 * @param spreadingFactor 7 to 12
 * @param bandwidthHz the width of the channel
 * @param codingRate 1 for 4/5, up to 4 for 4/8
 * @param bytes physical payload, 0 to 255
 * @param preambleSymbols programmed preamble; 8 in LoRaWAN
 * @param explicitHeader whether the frame has a header
 * @param crc whether the payload has a checksum
 */
public record LoraFrame(
    int spreadingFactor,
    long bandwidthHz,
    int codingRate,
    int bytes,
    int preambleSymbols,
    boolean explicitHeader,
    boolean crc) {
  /** From this symbol length on, in microseconds, the low data rate optimisation is on. */
  private static final long LOW_DATA_RATE_SYMBOL_MICROS = 16_000;

  /**
   * Validates every number.
   *
   * @throws IllegalArgumentException naming the number, what is allowed and what was found
   */
  public LoraFrame {
    require("spreading factor", spreadingFactor, 7, 12);
    require("bandwidth in Hz", bandwidthHz, 7_800, 1_625_000);
    require("coding rate 4/(4 + n)", codingRate, 1, 4);
    require("bytes", bytes, 0, 255);
    require("preamble symbols", preambleSymbols, 1, 65_535);
  }

  /** A LoRaWAN uplink: eight preamble symbols, header and checksum. */
  public static LoraFrame uplink(int spreadingFactor, long bandwidthHz, int bytes) {
    return new LoraFrame(spreadingFactor, bandwidthHz, 1, bytes, 8, true, true);
  }

  /** Time on air in microseconds, rounded up. */
  public long airtimeMicros() {
    // In quarters of a symbol: preamble + 4.25 symbols of synchronisation + 8 + payload.
    long quarters = 4L * preambleSymbols + 17 + 4L * (8 + payloadSymbols());
    long numerator = quarters * (1_000_000L << spreadingFactor);
    long denominator = 4 * bandwidthHz;
    return (numerator + denominator - 1) / denominator;
  }

  /** Whether the low data rate optimisation is on. */
  public boolean lowDataRate() {
    return 1_000_000L << spreadingFactor >= LOW_DATA_RATE_SYMBOL_MICROS * bandwidthHz;
  }

  /**
   * The largest payload of such a frame that stays within a time on air.
   *
   * @return 0 to 255 bytes; -1 when even an empty frame takes longer
   */
  public int largestPayload(long limitMicros) {
    for (int size = 255; size >= 0; size--) {
      if (withBytes(size).airtimeMicros() <= limitMicros) {
        return size;
      }
    }
    return -1;
  }

  /** The same frame with another payload. */
  public LoraFrame withBytes(int size) {
    return new LoraFrame(
        spreadingFactor, bandwidthHz, codingRate, size, preambleSymbols, explicitHeader, crc);
  }

  private long payloadSymbols() {
    long bits = 8L * bytes - 4L * spreadingFactor + 28 + (crc ? 16 : 0) - (explicitHeader ? 0 : 20);
    long perBlock = 4L * (spreadingFactor - (lowDataRate() ? 2 : 0));
    long blocks = bits <= 0 ? 0 : (bits + perBlock - 1) / perBlock;
    return blocks * (codingRate + 4);
  }

  private static void require(String what, long found, long min, long max) {
    if (found < min || found > max) {
      throw new IllegalArgumentException(what + " is " + found + "; use " + min + " to " + max);
    }
  }
}
