package io.nagare.pipeline.decode;

import io.nagare.sparkplug.OffsetSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A gateway's memory without Flink. */
final class HeapGatewayMemory implements GatewayMemory {
  private GatewaySession session = GatewaySession.unknown();
  private final Map<Long, SeriesBinding> byAlias = new HashMap<>();
  private final Map<String, SeriesBinding> byName = new HashMap<>();
  private final Map<Long, OffsetSet> seen = new HashMap<>();

  @Override
  public GatewaySession session() {
    return session;
  }

  @Override
  public void begin(GatewaySession begun) {
    session = begun;
    byAlias.clear();
    byName.clear();
  }

  @Override
  public void declare(SeriesBinding binding, Optional<Long> alias) {
    alias.ifPresent(number -> byAlias.put(number, binding));
    byName.put(binding.placement().device() + "\n" + binding.measurement(), binding);
  }

  @Override
  public Optional<SeriesBinding> byAlias(long alias) {
    return Optional.ofNullable(byAlias.get(alias));
  }

  @Override
  public Optional<SeriesBinding> byName(String device, String measurement) {
    return Optional.ofNullable(byName.get(device + "\n" + measurement));
  }

  @Override
  public Optional<OffsetSet> seen(long epoch) {
    return Optional.of(seen.computeIfAbsent(epoch, number -> OffsetSet.startingAt(0)));
  }

  @Override
  public void keepSeen(long epoch, OffsetSet offsets) {
    seen.put(epoch, offsets);
  }
}
