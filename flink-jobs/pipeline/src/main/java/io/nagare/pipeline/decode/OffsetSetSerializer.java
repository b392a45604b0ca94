package io.nagare.pipeline.decode;

import io.nagare.sparkplug.OffsetSet;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes an {@link OffsetSet} as its floor, the number of its range bounds, and the bounds.
 *
 * <p>A serializer of its own lets the heap keep the set itself, to be added to in place, instead of
 * rebuilding it from a record for every message.
 */
public final class OffsetSetSerializer extends TypeSerializerSingleton<OffsetSet> {
  private static final long serialVersionUID = 1L;

  /** The only instance that is needed. */
  public static final OffsetSetSerializer INSTANCE = new OffsetSetSerializer();

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public OffsetSet createInstance() {
    return OffsetSet.startingAt(0);
  }

  @Override
  public OffsetSet copy(OffsetSet from) {
    return OffsetSet.of(from.floor(), from.ranges());
  }

  @Override
  public OffsetSet copy(OffsetSet from, OffsetSet reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(OffsetSet set, DataOutputView target) throws IOException {
    long[] ranges = set.ranges();
    target.writeLong(set.floor());
    target.writeInt(ranges.length);
    for (long bound : ranges) {
      target.writeLong(bound);
    }
  }

  @Override
  public OffsetSet deserialize(DataInputView source) throws IOException {
    long floor = source.readLong();
    long[] ranges = new long[source.readInt()];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = source.readLong();
    }
    return OffsetSet.of(floor, ranges);
  }

  @Override
  public OffsetSet deserialize(OffsetSet reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializerSnapshot<OffsetSet> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Says that state holds offset sets in this form. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<OffsetSet> {
    /** Used by Flink when it restores. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
