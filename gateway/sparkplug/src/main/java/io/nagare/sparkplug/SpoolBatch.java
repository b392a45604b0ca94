package io.nagare.sparkplug;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * The spool offsets of the readings of one DDATA message, in the order of its reading metrics.
 *
 * <p>A window of the spool is sent device by device, so the offsets of one message ascend but need
 * not be consecutive: the first stands in {@code Spool/Offset}, the differences in {@code
 * Spool/Steps}.
 *
 * @param epoch the spool's epoch
 * @param offsets strictly ascending, at least one
 */
@SuppressWarnings("ArrayRecordComponent") // the hot path of bridge and pipeline: no boxing
public record SpoolBatch(long epoch, long[] offsets) {

  /**
   * Validates the offsets.
   *
   * @throws IllegalArgumentException if there are none, one is negative, or they do not ascend
   */
  public SpoolBatch {
    if (offsets.length == 0 || offsets[0] < 0) {
      throw new IllegalArgumentException("a batch needs at least one offset, from 0 upwards");
    }
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] <= offsets[i - 1]) {
        throw new IllegalArgumentException(
            "offset " + offsets[i] + " follows " + offsets[i - 1] + "; offsets ascend");
      }
    }
  }

  /** Adds the spool metrics to a DDATA payload; the reading metrics are added by the caller. */
  public void addTo(Payload.Builder payload) {
    long timestamp = payload.getTimestamp();
    payload.addMetrics(Metrics.int64(MetricNames.SPOOL_EPOCH, timestamp, epoch));
    payload.addMetrics(Metrics.int64(MetricNames.SPOOL_OFFSET, timestamp, offsets[0]));
    if (offsets[offsets.length - 1] - offsets[0] != offsets.length - 1) {
      payload.addMetrics(Metrics.bytes(MetricNames.SPOOL_STEPS, timestamp, steps()));
    }
  }

  /**
   * Reads the offsets of a DDATA payload's readings.
   *
   * @return empty if the payload has no {@code Spool/Offset}: its readings have no record id
   * @throws MalformedPayload if the steps do not fit the readings
   */
  public static Optional<SpoolBatch> of(Payload payload) throws MalformedPayload {
    Metric first = null;
    Metric epoch = null;
    Metric steps = null;
    int readings = 0;
    for (Metric metric : payload.getMetricsList()) {
      if (Metrics.isReading(metric)) {
        readings++;
      } else if (!metric.getIsNull()) {
        switch (metric.getName()) {
          case MetricNames.SPOOL_EPOCH -> epoch = metric;
          case MetricNames.SPOOL_OFFSET -> first = metric;
          case MetricNames.SPOOL_STEPS -> steps = metric;
          default -> {
            // Another of the spool's metrics: not needed to number the readings.
          }
        }
      }
    }
    if (first == null || epoch == null || readings == 0) {
      return Optional.empty();
    }
    long[] offsets = new long[readings];
    offsets[0] = first.getLongValue();
    if (steps == null) {
      for (int i = 1; i < readings; i++) {
        offsets[i] = offsets[0] + i;
      }
    } else {
      readSteps(steps.getBytesValue().toByteArray(), offsets);
    }
    try {
      return Optional.of(new SpoolBatch(epoch.getLongValue(), offsets));
    } catch (IllegalArgumentException wrong) {
      throw new MalformedPayload("Spool/Offset and Spool/Steps: " + wrong.getMessage(), wrong);
    }
  }

  private byte[] steps() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(offsets.length);
    for (int i = 1; i < offsets.length; i++) {
      long step = offsets[i] - offsets[i - 1];
      while (step > 0x7F) {
        bytes.write((int) (step & 0x7F) | 0x80);
        step >>>= 7;
      }
      bytes.write((int) step);
    }
    return bytes.toByteArray();
  }

  private static void readSteps(byte[] steps, long[] offsets) throws MalformedPayload {
    int at = 0;
    for (int i = 1; i < offsets.length; i++) {
      long step = 0;
      int shift = 0;
      byte next;
      do {
        if (at == steps.length || shift > 56) {
          throw new MalformedPayload(
              "Spool/Steps ends or overflows at reading " + (i + 1) + " of " + offsets.length);
        }
        next = steps[at++];
        step |= (long) (next & 0x7F) << shift;
        shift += 7;
      } while (next < 0);
      offsets[i] = offsets[i - 1] + step;
    }
    if (at != steps.length) {
      throw new MalformedPayload(
          "Spool/Steps has " + (steps.length - at) + " bytes more than readings");
    }
  }
}
