package io.nagare.profiles;

import java.util.Locale;

/** What kind of thing a device reports on; dashboards and datasets group by it. */
public enum Kind {
  /** A machine or another technical installation. */
  EQUIPMENT,
  /** A parking space or a whole car park. */
  PARKING,
  /** A room and its air. */
  ROOM,
  /** A radio beacon that is heard at some strength. */
  BEACON;

  /** The name that profiles, births and live records use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
