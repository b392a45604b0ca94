package io.nagare.profiles;

import java.util.Locale;

/** The type of a measurement's values. */
public enum ValueType {
  /** A number in the measurement's unit. */
  NUMBER,
  /** True or false; tables hold it as 1 or 0. */
  BOOLEAN,
  /** A text, usually one of a few allowed ones. */
  STRING;

  /** The name that profiles use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
