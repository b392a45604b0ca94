package io.nagare.pipeline.decode;

import io.nagare.sparkplug.OffsetSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.util.function.SupplierWithException;

/**
 * The memory of the gateway whose message is being decoded, in keyed state.
 *
 * <p>Cleared: metrics with every NBIRTH; offset sets when {@link #KEPT_EPOCHS} newer ones exist.
 * The rest is a few bytes per gateway and stays.
 */
final class FlinkGatewayMemory implements GatewayMemory {
  /** A spool is replaced when its disk is; four generations are years. */
  static final int KEPT_EPOCHS = 4;

  private final ValueState<GatewaySession> session;
  private final MapState<Long, SeriesBinding> byAlias;
  private final MapState<String, SeriesBinding> byName;
  private final MapState<Long, OffsetSet> seen;

  /** The newest epoch whose offsets were forgotten. */
  private final ValueState<Long> forgotten;

  FlinkGatewayMemory(RuntimeContext context) {
    TypeInformation<SeriesBinding> binding = TypeInformation.of(SeriesBinding.class);
    session =
        context.getState(
            new ValueStateDescriptor<>("session", TypeInformation.of(GatewaySession.class)));
    byAlias =
        context.getMapState(new MapStateDescriptor<>("metrics-by-alias", Types.LONG, binding));
    byName =
        context.getMapState(new MapStateDescriptor<>("metrics-by-name", Types.STRING, binding));
    seen =
        context.getMapState(
            new MapStateDescriptor<>(
                "seen-offsets", LongSerializer.INSTANCE, OffsetSetSerializer.INSTANCE));
    forgotten = context.getState(new ValueStateDescriptor<>("forgotten-epoch", Types.LONG));
  }

  @Override
  public GatewaySession session() {
    GatewaySession known = state(session::value);
    return known == null ? GatewaySession.unknown() : known;
  }

  @Override
  public void begin(GatewaySession begun) {
    state(
        () -> {
          session.update(begun);
          byAlias.clear();
          byName.clear();
          return true;
        });
  }

  @Override
  public void declare(SeriesBinding binding, Optional<Long> alias) {
    state(
        () -> {
          if (alias.isPresent()) {
            byAlias.put(alias.get(), binding);
          }
          byName.put(nameKey(binding.placement().device(), binding.measurement()), binding);
          return true;
        });
  }

  @Override
  public Optional<SeriesBinding> byAlias(long alias) {
    return Optional.ofNullable(state(() -> byAlias.get(alias)));
  }

  @Override
  public Optional<SeriesBinding> byName(String device, String measurement) {
    return Optional.ofNullable(state(() -> byName.get(nameKey(device, measurement))));
  }

  @Override
  public Optional<OffsetSet> seen(long epoch) {
    OffsetSet known = state(() -> seen.get(epoch));
    if (known != null) {
      return Optional.of(known);
    }
    Long newestForgotten = state(forgotten::value);
    return newestForgotten != null && epoch <= newestForgotten
        ? Optional.empty()
        : Optional.of(OffsetSet.startingAt(0));
  }

  @Override
  public void keepSeen(long epoch, OffsetSet offsets) {
    state(
        () -> {
          boolean isNew = !seen.contains(epoch);
          seen.put(epoch, offsets);
          if (isNew) {
            forgetOldEpochs();
          }
          return true;
        });
  }

  private void forgetOldEpochs() throws Exception {
    List<Long> epochs = new ArrayList<>();
    seen.keys().forEach(epochs::add);
    Collections.sort(epochs);
    for (long old : epochs.subList(0, Math.max(0, epochs.size() - KEPT_EPOCHS))) {
      seen.remove(old);
      forgotten.update(old);
    }
  }

  /** Names of metrics have no line break: a device's metrics cannot be taken for another's. */
  private static String nameKey(String device, String measurement) {
    return device + "\n" + measurement;
  }

  private static <T> T state(SupplierWithException<T, Exception> access) {
    try {
      return access.get();
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException("keyed state cannot be read or written", failed);
    }
  }
}
