package io.nagare.pipeline.reading;

/**
 * A reading with its quality, and what its profile says of the measurement.
 *
 * @param reading as decoded
 * @param quality what the tests found
 * @param unit UCUM code; empty when the profile is not known
 * @param maxPeriodMillis the longest silence that is still normal; 0 when not known
 */
public record TaggedReading(
    DecodedReading reading, Quality quality, String unit, long maxPeriodMillis) {

  /** The gateway as one text, {@code site/gateway}: what streams are keyed by. */
  public String gatewayKey() {
    return reading.id().site() + "/" + reading.id().gateway();
  }

  /** Whether datasets may compute with the value: it is there and did not fail. */
  public boolean isUsable() {
    return quality.flag() <= 3 && !reading.value().isMissing();
  }

  /** Whether the reading can be put into a window: its event time is possible. */
  public boolean hasPossibleTime() {
    return quality.impossibleDate() != 4;
  }

  /** Whether all tests that could judge the reading found it good. */
  public boolean isGood() {
    return quality.flag() == 1;
  }
}
