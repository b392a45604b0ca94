package io.nagare.pipeline.decode;

import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.ledger.Repeated;
import io.nagare.pipeline.reading.DecodedReading;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Applies {@link DecodeRules} to the messages of a gateway with the gateway's state. */
final class DecodeFunction extends KeyedProcessFunction<String, RawMessage, DecodedReading> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable DecodeRules rules;
  private transient @Nullable Outputs outputs;

  @Override
  public void open(OpenContext context) {
    outputs = new Outputs();
    rules = new DecodeRules(new FlinkGatewayMemory(getRuntimeContext()), outputs);
  }

  @Override
  public void processElement(RawMessage message, Context context, Collector<DecodedReading> out) {
    if (rules == null || outputs == null) {
      throw new IllegalStateException("open() comes first");
    }
    outputs.context = context;
    outputs.main = out;
    rules.decode(message);
  }

  /** Sends what the rules give to the outputs of the element that is being processed. */
  private final class Outputs implements DecodeOutput {
    private KeyedProcessFunction<String, RawMessage, DecodedReading>.@Nullable Context context;
    private @Nullable Collector<DecodedReading> main;

    @Override
    public void reading(DecodedReading reading) {
      if (main != null) {
        main.collect(reading);
      }
    }

    @Override
    public void rejected(Rejected rejected) {
      if (context != null) {
        context.output(DecodeJob.REJECTED, rejected);
      }
    }

    @Override
    public void repeated(Repeated repeated) {
      if (context != null) {
        context.output(DecodeJob.REPEATED, repeated);
      }
    }

    @Override
    public void session(SessionChange change) {
      if (context != null) {
        context.output(DecodeJob.SESSIONS, change);
      }
    }
  }
}
