package io.nagare.edge.session;

import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.spool.Slice;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Readings of one device that travel in one DDATA, with their offsets.
 *
 * @param device whose readings
 * @param offsets ascending, as many as readings
 * @param readings in the order of the offsets
 */
record DataMessage(Device device, List<Long> offsets, List<Reading> readings) {

  /**
   * Groups a slice of the spool by device: a wide table has five hundred devices a row, and a
   * message a reading would be mostly overhead.
   *
   * @param most readings in one message
   */
  static List<DataMessage> of(Slice slice, int most) {
    List<DataMessage> messages = new ArrayList<>();
    IdentityHashMap<Device, DataMessage> open = new IdentityHashMap<>();
    long offset = slice.from();
    for (Reading reading : slice.readings()) {
      DataMessage message = open.get(reading.device());
      if (message == null || message.readings.size() >= most) {
        message = new DataMessage(reading.device(), new ArrayList<>(), new ArrayList<>());
        open.put(reading.device(), message);
        messages.add(message);
      }
      message.offsets.add(offset++);
      message.readings.add(reading);
    }
    return messages;
  }
}
