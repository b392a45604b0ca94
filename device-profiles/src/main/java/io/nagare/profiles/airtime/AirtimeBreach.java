package io.nagare.profiles.airtime;

/** What a transmission breaks; the codes are those of the admission's reasons. */
public enum AirtimeBreach {
  /** It is longer than a single transmission may be. */
  TRANSMISSION_TOO_LONG("transmission.too-long"),
  /** It follows, or is followed by, another one too soon. */
  PAUSE_TOO_SHORT("pause.too-short"),
  /** Together with others it is more than any hour may hold. */
  HOUR_EXCEEDED("airtime.hour-exceeded"),
  /** Together with others it stays on a channel for too long. */
  DWELL_EXCEEDED("dwell.exceeded");

  private final String code;

  AirtimeBreach(String code) {
    this.code = code;
  }

  /** The stable reason code. */
  public String code() {
    return code;
  }
}
