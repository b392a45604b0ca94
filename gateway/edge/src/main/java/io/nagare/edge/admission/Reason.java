package io.nagare.edge.admission;

import java.util.Locale;

/** Why a value is refused; its code is a public contract. */
public enum Reason {
  /** No device of this id is enrolled at the gateway. */
  UNKNOWN_DEVICE,
  /** The device's profile has no measurement of this name. */
  UNKNOWN_MEASUREMENT,
  /** The value is of another type than the profile says. */
  WRONG_TYPE,
  /** The value was reported in another unit than the profile says. */
  WRONG_UNIT,
  /** A name that does not say device and measurement. */
  WRONG_NAME,
  /** A cell that should hold a number holds something else. */
  NOT_A_NUMBER,
  /** A row's time cannot be read, so none of its values has one. */
  UNREADABLE_TIME,
  /** A row has more fields than its file has columns, so nobody knows what belongs where. */
  ROW_TOO_LONG;

  /** The code, in lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
