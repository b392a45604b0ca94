package io.nagare.edge;

import java.io.IOException;

/** Opens what listens on a port, and says clearly which setting is to blame when it cannot. */
final class Ports {
  private Ports() {}

  /** A port that cannot be had. */
  static final class PortTaken extends IOException {
    private static final long serialVersionUID = 1L;

    PortTaken(String setting, int port, IOException cause) {
      super(
          setting
              + " is "
              + port
              + ", which cannot be had ("
              + cause.getMessage()
              + "); stop the process that uses it (ss -ltnup shows it) or choose another",
          cause);
    }
  }

  /** Something that opens a port. */
  interface Opening<T> {
    T open() throws IOException;
  }

  static <T> T listen(String setting, int port, Opening<T> opening) throws PortTaken {
    try {
      return opening.open();
    } catch (IOException taken) {
      throw new PortTaken(setting, port, taken);
    }
  }
}
