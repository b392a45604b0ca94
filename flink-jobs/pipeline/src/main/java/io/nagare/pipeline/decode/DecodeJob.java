package io.nagare.pipeline.decode;

import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.ledger.Repeated;
import io.nagare.pipeline.reading.DecodedReading;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** Messages become readings, each once: the first part of the pipeline. */
public final class DecodeJob {
  /** The operator's identity in checkpoints. */
  public static final String UID = "decode";

  static final OutputTag<Rejected> REJECTED =
      new OutputTag<>("rejected", TypeInformation.of(Rejected.class));
  static final OutputTag<Repeated> REPEATED =
      new OutputTag<>("repeated", TypeInformation.of(Repeated.class));
  static final OutputTag<SessionChange> SESSIONS =
      new OutputTag<>("sessions", TypeInformation.of(SessionChange.class));

  private DecodeJob() {}

  /**
   * What becomes of the messages.
   *
   * @param readings that were not seen before
   * @param rejected what cannot be a reading, and why
   * @param repeated readings that were seen before
   * @param sessions that began or ended
   */
  public record Streams(
      DataStream<DecodedReading> readings,
      DataStream<Rejected> rejected,
      DataStream<Repeated> repeated,
      DataStream<SessionChange> sessions) {}

  /** Defines the flow; the messages of a gateway must come in order. */
  public static Streams define(DataStream<RawMessage> messages) {
    SingleOutputStreamOperator<DecodedReading> readings =
        messages
            .keyBy(RawMessage::gatewayKey)
            .process(new DecodeFunction(), TypeInformation.of(DecodedReading.class))
            .uid(UID)
            .name("Decode, drop repeats");
    return new Streams(
        readings,
        readings.getSideOutput(REJECTED),
        readings.getSideOutput(REPEATED),
        readings.getSideOutput(SESSIONS));
  }
}
