package io.nagare.standalone;

import io.nagare.standalone.progress.Display;
import io.nagare.standalone.settings.DataFolder;

/** Says when the disk of the data folder is nearly full, once each time that it gets so. */
final class DiskWatch {
  private static final long NEARLY_FULL_BYTES = 256L << 20;
  private static final long FULL_BYTES = 32L << 20;

  private final DataFolder data;
  private final Display display;
  private boolean said;

  DiskWatch(DataFolder data, Display display) {
    this.data = data;
    this.display = display;
  }

  void look() {
    long free = data.freeBytes();
    if (free < NEARLY_FULL_BYTES && !said) {
      display.say(
          "the disk of "
              + data.root()
              + " has only "
              + (free >> 20)
              + " MiB left; free some, or gateways will refuse readings");
    }
    said = free < NEARLY_FULL_BYTES;
  }

  /** Names the disk if it is full, which is then why something died. */
  void explain() {
    if (data.freeBytes() < FULL_BYTES) {
      display.say(
          "the disk of "
              + data.root()
              + " is full; free some space and start again: nothing accepted is lost");
    }
  }
}
