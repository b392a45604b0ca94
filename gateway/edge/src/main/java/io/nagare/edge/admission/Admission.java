package io.nagare.edge.admission;

import io.nagare.edge.reading.Reading;

/** What the rules say to a value: it is admitted as a reading, or refused. */
public sealed interface Admission {

  /**
   * The value is one of the device's readings.
   *
   * @param reading the reading
   */
  record Admitted(Reading reading) implements Admission {}

  /**
   * The value is not taken.
   *
   * @param reason why, as a stable code
   * @param detail what was found and what is allowed
   */
  record Refused(Reason reason, String detail) implements Admission {}
}
