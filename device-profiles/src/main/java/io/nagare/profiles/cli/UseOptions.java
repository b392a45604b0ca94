package io.nagare.profiles.cli;

import io.nagare.profiles.AccessMode;
import io.nagare.profiles.Decibels;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.radio.SiteAntenna;
import io.nagare.profiles.radio.Use;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a radio is meant to be used. */
final class UseOptions {
  @Option(names = "--frequency", paramLabel = "MHZ", description = "Centre frequency.")
  private @Nullable Double frequencyMhz;

  @Option(names = "--bandwidth", paramLabel = "KHZ", description = "Width of the emission.")
  private @Nullable Double bandwidthKhz;

  @Option(
      names = "--power",
      paramLabel = "POWER",
      converter = PowerConverter.class,
      description = "Power into the antenna: 13, 13dBm or 20mW.")
  private @Nullable Double conductedDbm;

  @Option(names = "--gain", paramLabel = "DBI", description = "Gain of the site's own antenna.")
  private @Nullable Double gainDbi;

  @Option(names = "--loss", paramLabel = "DB", description = "Loss of the cable to it.")
  private @Nullable Double lossDb;

  @Option(names = "--listen", paramLabel = "US", description = "Carrier sense in microseconds.")
  private @Nullable Double listenMicros;

  @Option(names = "--transmission", paramLabel = "MS", description = "Longest transmission.")
  private @Nullable Double transmissionMillis;

  @Option(names = "--pause", paramLabel = "MS", description = "Shortest pause.")
  private @Nullable Double pauseMillis;

  @Option(names = "--per-hour", paramLabel = "S", description = "Time on air in any hour.")
  private @Nullable Double perHourSeconds;

  @Option(names = "--dwell", paramLabel = "MS", description = "Longest stay on a channel.")
  private @Nullable Double dwellMillis;

  @Option(names = "--hopping", paramLabel = "N", description = "Channels that it hops over.")
  private int hoppingChannels = 1;

  @Option(names = "--radar-detection", description = "It leaves channels with radar (DFS).")
  private boolean radarDetection;

  @Option(names = "--class", paramLabel = "CLASS", description = "Class, such as vlp.")
  private @Nullable String equipmentClass;

  Use use() {
    AccessMode access =
        new AccessMode(
            micros(listenMicros, 1),
            micros(transmissionMillis, 1e3),
            micros(pauseMillis, 1e3),
            micros(perHourSeconds, 1e6),
            micros(dwellMillis, 1e3),
            hoppingChannels,
            radarDetection,
            Optional.ofNullable(equipmentClass));
    return new Use(
        frequencyMhz == null
            ? OptionalLong.empty()
            : OptionalLong.of(FrequencySpan.hertz(frequencyMhz)),
        micros(bandwidthKhz, 1e3),
        conductedDbm == null ? OptionalDouble.empty() : OptionalDouble.of(conductedDbm),
        Optional.of(access));
  }

  Optional<SiteAntenna> antenna() {
    return gainDbi == null && lossDb == null
        ? Optional.empty()
        : Optional.of(new SiteAntenna(gainDbi == null ? 0 : gainDbi, lossDb == null ? 0 : lossDb));
  }

  private static OptionalLong micros(@Nullable Double value, double unit) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(Math.round(value * unit));
  }

  /** Reads a power in dBm or mW. */
  static final class PowerConverter implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
      String lower = text.strip().toLowerCase(Locale.ROOT);
      try {
        if (lower.endsWith("mw")) {
          double milliwatts = Double.parseDouble(lower.substring(0, lower.length() - 2).strip());
          if (milliwatts > 0) {
            return Decibels.ofMilliwatts(milliwatts);
          }
        } else {
          String number = lower.endsWith("dbm") ? lower.substring(0, lower.length() - 3) : lower;
          return Double.valueOf(number.strip());
        }
      } catch (NumberFormatException notANumber) {
        // Said below, together with a power of nothing.
      }
      throw new TypeConversionException("\"" + text + "\" is no power; use 13, 13dBm or 20mW");
    }
  }
}
