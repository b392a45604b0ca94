package io.nagare.profiles.radio;

import java.util.Locale;

/** Where a device stands. */
public enum Placement {
  /** Inside a building. */
  INDOOR,
  /** Anywhere else; what is unknown counts as outdoors, which is never less strict. */
  OUTDOOR;

  /** The name that settings and commands use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
