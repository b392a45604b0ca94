package io.nagare.profiles;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A claim that a device may transmit in a jurisdiction, with what it covers.
 *
 * @param jurisdiction the code of the radio rules that it belongs to, such as {@code JP}
 * @param scheme what kind of claim it is
 * @param number the certificate's number, without a boxed {@code R}; empty when unknown
 * @param holder who holds it; empty when unknown
 * @param hardware the hardware revisions that it is for; empty for all of the profile
 * @param asBuilt true when the certificate is known but its limits have not been read: then it
 *     covers the unmodified device with its own antenna and settings, and nothing that is stated
 * @param covers frequencies and powers that it covers; empty when {@code asBuilt}
 * @param maxAntennaGainDbi the highest antenna gain that it covers, if it says so
 * @param indoorOnly whether it holds indoors only
 * @param validFrom the first day on which it holds
 * @param validUntil the last day on which it holds
 * @param trial what a special trial was notified as; empty for every other scheme
 * @param evidence where the claim was read
 */
public record Certificate(
    String jurisdiction,
    Scheme scheme,
    Optional<String> number,
    Optional<String> holder,
    List<String> hardware,
    boolean asBuilt,
    List<Coverage> covers,
    OptionalDouble maxAntennaGainDbi,
    boolean indoorOnly,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validUntil,
    Optional<Trial> trial,
    Provenance evidence) {

  /** Keeps copies of the lists. */
  public Certificate {
    hardware = List.copyOf(hardware);
    covers = List.copyOf(covers);
  }

  /** Whether it was given for the device with its own antenna. */
  public boolean ofTheDevice() {
    return scheme == Scheme.TYPE || scheme == Scheme.UNIT;
  }

  /** What kind of claim a certificate is. */
  public enum Scheme {
    /** The design is certified; every unit of it carries the mark. */
    TYPE("type"),
    /** Each unit is certified by itself. */
    UNIT("unit"),
    /** A notified trial for a limited time (Japan: Radio Act art. 4-2). */
    SPECIAL_TRIAL("special_trial"),
    /** An approval that counts nowhere but where it was given, kept for the record. */
    FOREIGN_ONLY("foreign_only"),
    /** The claim that the device is too weak to need a certificate. */
    WEAK("weak"),
    /** A licence or registration of the station. */
    LICENCE("licence");

    private final String id;

    Scheme(String id) {
      this.id = id;
    }

    /** The name that profiles use. */
    public String id() {
      return id;
    }
  }

  /**
   * A special trial as it was notified.
   *
   * @param arrived the day on which the notification arrived; day 1 of the trial
   * @param purpose the purpose in words; two trials with the same words have the same purpose
   */
  public record Trial(LocalDate arrived, String purpose) {}
}
