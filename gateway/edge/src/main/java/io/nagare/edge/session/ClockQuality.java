package io.nagare.edge.session;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether this machine's clock is known to be synchronised.
 *
 * <p>Source: systemd-timesyncd makes the file once it has set the clock from a server
 * (systemd-timesyncd.service(8)). Where nobody says so, the clock counts as not synchronised.
 */
final class ClockQuality {
  private static final Path SYNCHRONIZED = Path.of("/run/systemd/timesync/synchronized");

  private ClockQuality() {}

  static boolean isSynchronized() {
    return Files.exists(SYNCHRONIZED);
  }
}
