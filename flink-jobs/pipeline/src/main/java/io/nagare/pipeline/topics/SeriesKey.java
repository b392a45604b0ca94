package io.nagare.pipeline.topics;

import io.nagare.pipeline.reading.DecodedReading;
import java.nio.charset.StandardCharsets;

/** The key of records about one series: {@code site/gateway/device/measurement}, UTF-8. */
final class SeriesKey {
  private SeriesKey() {}

  static byte[] of(DecodedReading reading) {
    return String.join(
            "/",
            reading.id().site(),
            reading.id().gateway(),
            reading.placement().device(),
            reading.measurement())
        .getBytes(StandardCharsets.UTF_8);
  }
}
