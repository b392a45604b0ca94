package io.nagare.simulator;

/**
 * Numbers that look random and are a function of what they are asked for: the same seed, device,
 * topic and index always give the same number, in whatever order they are asked.
 *
 * <p>The mixing is that of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
 * generators, OOPSLA 2014).
 */
final class Chance {
  private static final double TO_UNIT = 0x1.0p-53;
  private static final double TWO_PI = 2 * Math.PI;

  private final long state;

  /** The numbers of one device. */
  Chance(long seed, String device) {
    long mixed = mix(seed);
    for (int i = 0; i < device.length(); i++) {
      mixed = mix(mixed ^ device.charAt(i));
    }
    this.state = mixed;
  }

  /** From 0 to less than 1. */
  double unit(String topic, long index) {
    return (mix(mix(state ^ topic.hashCode()) ^ index) >>> 11) * TO_UNIT;
  }

  /** From {@code low} to less than {@code high}. */
  double between(double low, double high, String topic, long index) {
    return low + (high - low) * unit(topic, index);
  }

  /** Normally distributed with mean 0 and deviation 1 (Box and Muller, 1958). */
  double gaussian(String topic, long index) {
    double first = 1 - unit(topic, 2 * index);
    double second = unit(topic, 2 * index + 1);
    return Math.sqrt(-2 * Math.log(first)) * Math.cos(TWO_PI * second);
  }

  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
