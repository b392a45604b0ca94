package io.nagare.profiles;

import java.util.Locale;

/** What a measurement says about persons. */
public enum PersonalData {
  /** Nothing. */
  NONE,
  /** A number of persons, none of them told apart. */
  COUNT,
  /** An id of something that a person carries, such as a beacon or a phone. */
  IDENTIFIER,
  /** Where a person or what a person carries is. */
  LOCATION,
  /** Health or body of a person. */
  HEALTH,
  /** A number plate: never accepted. */
  PLATE,
  /** A picture or a sound of persons: never accepted. */
  IMAGE,
  /** Features of a face or another part of the body: never accepted. */
  FACE;

  /** Whether values of this class are dropped at the gateway. */
  public boolean neverAccepted() {
    return this == PLATE || this == IMAGE || this == FACE;
  }

  /** The name that profiles use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
