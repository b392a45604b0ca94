package io.nagare.edge.spool;

import io.nagare.edge.reading.Channel;
import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.reading.Value;
import io.nagare.profiles.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The two kinds of frame in a segment: the snapshot that opens it, and entries.
 *
 * <p>A reading names its device by an index into the devices that the segment has defined so far; a
 * frame defines those that it is the first to use. So every segment can be read on its own.
 */
final class FrameCodec {
  private static final int SNAPSHOT = 1;
  private static final int ENTRY = 2;

  private static final int MISSING = 0;
  private static final int NUMBER = 1;
  private static final int TRUE = 2;
  private static final int FALSE = 3;
  private static final int TEXT = 4;

  private FrameCodec() {}

  /**
   * The frame that opens a segment.
   *
   * @param epoch the spool's
   * @param first the offset of the segment's first reading
   * @param sources the state of every source before the segment
   */
  record Snapshot(long epoch, long first, List<SourceState> sources) {}

  /**
   * An entry as it stands in a segment.
   *
   * @param first the offset of its first reading
   * @param atMillis when it was accepted
   * @param entry what the source handed over
   */
  record StoredEntry(long first, long atMillis, SpoolEntry entry) {
    long end() {
      return first + entry.readings().size();
    }

    SourceState appliedTo(SourceState before) {
      return before.plus(
          entry.offered(),
          entry.refused(),
          entry.readings().size(),
          entry.position(),
          entry.finished(),
          atMillis);
    }
  }

  static void write(ByteSink sink, long epoch, long first, Collection<SourceState> sources) {
    sink.beginFrame();
    sink.one(SNAPSHOT);
    sink.unsigned(epoch);
    sink.unsigned(first);
    sink.unsigned(sources.size());
    for (SourceState source : sources) {
      sink.text(source.id());
      sink.unsigned(source.offered());
      sink.unsigned(source.refused());
      sink.unsigned(source.accepted());
      sink.text(source.position());
      sink.one(source.finished() ? 1 : 0);
      sink.unsigned(source.lastReadingMillis());
    }
    sink.endFrame();
  }

  static Optional<Snapshot> readSnapshot(ByteSource body) {
    if (body.one() != SNAPSHOT) {
      return Optional.empty();
    }
    long epoch = body.unsigned();
    long first = body.unsigned();
    int count = body.count();
    List<SourceState> sources = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sources.add(
          new SourceState(
              body.text(),
              body.unsigned(),
              body.unsigned(),
              body.unsigned(),
              body.text(),
              body.one() == 1,
              body.unsigned()));
    }
    return Optional.of(new Snapshot(epoch, first, sources));
  }

  /** Writes an entry; devices that the segment does not know yet are added to {@code defined}. */
  static void write(ByteSink sink, StoredEntry stored, IdentityHashMap<Device, Integer> defined) {
    SpoolEntry entry = stored.entry();
    List<Device> fresh = new ArrayList<>();
    for (Reading reading : entry.readings()) {
      if (defined.putIfAbsent(reading.device(), defined.size()) == null) {
        fresh.add(reading.device());
      }
    }
    sink.beginFrame();
    sink.one(ENTRY);
    sink.unsigned(stored.first());
    sink.unsigned(stored.atMillis());
    sink.text(entry.source());
    sink.unsigned(entry.offered());
    sink.unsigned(entry.refused());
    sink.text(entry.position());
    sink.one(entry.finished() ? 1 : 0);
    sink.unsigned(fresh.size());
    fresh.forEach(device -> writeDevice(sink, device));
    sink.unsigned(entry.readings().size());
    long previous = 0;
    for (Reading reading : entry.readings()) {
      Integer index = defined.get(reading.device());
      sink.unsigned(index == null ? 0 : index);
      sink.unsigned(reading.channel());
      sink.signed(reading.eventMillis() - previous);
      previous = reading.eventMillis();
      writeValue(sink, reading.value());
    }
    sink.endFrame();
  }

  /** Reads an entry; devices that it defines are added to {@code defined}. */
  static StoredEntry readEntry(ByteSource body, List<Device> defined) {
    int kind = body.one();
    if (kind != ENTRY) {
      throw new IllegalStateException("a frame of kind " + kind + " where an entry belongs");
    }
    long first = body.unsigned();
    long atMillis = body.unsigned();
    String source = body.text();
    long offered = body.unsigned();
    long refused = body.unsigned();
    String position = body.text();
    boolean finished = body.one() == 1;
    int fresh = body.count();
    for (int i = 0; i < fresh; i++) {
      defined.add(readDevice(body));
    }
    int count = body.count();
    List<Reading> readings = new ArrayList<>(count);
    long eventMillis = 0;
    for (int i = 0; i < count; i++) {
      Device device = defined.get(body.count());
      int channel = body.count();
      eventMillis += body.signed();
      readings.add(new Reading(device, channel, eventMillis, readValue(body)));
    }
    return new StoredEntry(
        first, atMillis, new SpoolEntry(source, offered, refused, position, finished, readings));
  }

  private static void writeValue(ByteSink sink, Value value) {
    if (value instanceof Value.Numeric number) {
      sink.one(NUMBER);
      sink.number(number.value());
    } else if (value instanceof Value.Truth truth) {
      sink.one(truth.value() ? TRUE : FALSE);
    } else if (value instanceof Value.Text text) {
      sink.one(TEXT);
      sink.text(text.value());
    } else {
      sink.one(MISSING);
    }
  }

  private static Value readValue(ByteSource body) {
    int tag = body.one();
    return switch (tag) {
      case MISSING -> Value.MISSING;
      case NUMBER -> Value.of(body.number());
      case TRUE -> Value.of(true);
      case FALSE -> Value.of(false);
      case TEXT -> Value.of(body.text());
      default -> throw new IllegalStateException("a value of unknown kind " + tag);
    };
  }

  private static void writeDevice(ByteSink sink, Device device) {
    sink.text(device.id());
    sink.text(device.profile());
    sink.text(device.kind());
    writeOptional(sink, device.place().name());
    writeOptional(sink, device.place().area());
    writeOptional(sink, device.place().asset());
    writeOptional(sink, device.place().capacity().map(String::valueOf));
    sink.unsigned(device.channels().size());
    for (Channel channel : device.channels()) {
      sink.text(channel.name());
      sink.text(channel.type().name());
      sink.text(channel.unit());
    }
  }

  private static Device readDevice(ByteSource body) {
    String id = body.text();
    String profile = body.text();
    String kind = body.text();
    Device.Place place =
        new Device.Place(
            readOptional(body),
            readOptional(body),
            readOptional(body),
            readOptional(body).map(Long::valueOf));
    int count = body.count();
    List<Channel> channels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      channels.add(new Channel(body.text(), ValueType.valueOf(body.text()), body.text()));
    }
    return new Device(id, profile, kind, place, channels);
  }

  private static void writeOptional(ByteSink sink, Optional<String> text) {
    sink.one(text.isPresent() ? 1 : 0);
    text.ifPresent(sink::text);
  }

  private static Optional<String> readOptional(ByteSource body) {
    return body.one() == 1 ? Optional.of(body.text()) : Optional.empty();
  }
}
