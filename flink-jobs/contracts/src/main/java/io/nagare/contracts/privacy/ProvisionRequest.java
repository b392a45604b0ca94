package io.nagare.contracts.privacy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The wish to publish a dataset or to hand it to somebody.
 *
 * @param audience who will see it
 * @param purpose what for; empty: not told
 * @param day on which everything must hold
 * @param recipient who gets it, when the audience is one recipient
 * @param agreement with the recipient
 * @param consent of those the data is about
 * @param dataFrom the day of the oldest data in it
 */
public record ProvisionRequest(
    Audience audience,
    Optional<String> purpose,
    LocalDate day,
    Optional<Recipient> recipient,
    Optional<Agreement> agreement,
    Optional<Consent> consent,
    Optional<LocalDate> dataFrom) {

  /** Who will see it. */
  public enum Audience {
    /** Anybody sees the entry of the catalog, nobody the data. */
    CATALOG,
    /** One recipient gets the data. */
    RECIPIENT,
    /** Anybody gets the data. */
    OPEN
  }

  /**
   * Who gets the data.
   *
   * @param id names them
   * @param country ISO 3166-1 alpha-2
   */
  public record Recipient(String id, String country) {}

  /**
   * What was agreed with a recipient.
   *
   * @param id names it
   * @param recipient with whom
   * @param from first day on which it holds
   * @param until last day, if it ends
   * @param purposes that it covers; empty: those of the contract
   * @param noReidentification whether the recipient must not re-identify anybody
   * @param saysAnonymised whether it says that the data is anonymised
   */
  public record Agreement(
      String id,
      String recipient,
      LocalDate from,
      Optional<LocalDate> until,
      Set<String> purposes,
      boolean noReidentification,
      boolean saysAnonymised) {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  /**
   * What those the data is about consented to.
   *
   * @param purposes that it covers
   * @param countries outside Japan that it covers, ISO 3166-1 alpha-2
   * @param given the day it was given
   * @param until last day, if it ends
   * @param withdrawn the day it was withdrawn; from then on it covers nothing
   */
  public record Consent(
      Set<String> purposes,
      Set<String> countries,
      LocalDate given,
      Optional<LocalDate> until,
      Optional<LocalDate> withdrawn) {

    boolean holds(LocalDate day) {
      return !day.isBefore(given)
          && until.map(last -> !day.isAfter(last)).orElse(true)
          && withdrawn.map(day::isBefore).orElse(true);
    }
  }

  /** To list a dataset in the catalog. */
  public static ProvisionRequest catalog(LocalDate day) {
    return of(Audience.CATALOG, day);
  }

  /** To give a dataset to everybody. */
  public static ProvisionRequest open(LocalDate day) {
    return of(Audience.OPEN, day);
  }

  /** To give a dataset to one recipient. */
  public static ProvisionRequest to(Recipient recipient, String purpose, LocalDate day) {
    return new ProvisionRequest(
        Audience.RECIPIENT,
        Optional.of(purpose),
        day,
        Optional.of(recipient),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ProvisionRequest of(Audience audience, LocalDate day) {
    return new ProvisionRequest(
        audience,
        Optional.empty(),
        day,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The request with an agreement. */
  public ProvisionRequest under(Agreement given) {
    return new ProvisionRequest(
        audience, purpose, day, recipient, Optional.of(given), consent, dataFrom);
  }

  /** The request with a consent. */
  public ProvisionRequest with(Consent given) {
    return new ProvisionRequest(
        audience, purpose, day, recipient, agreement, Optional.of(given), dataFrom);
  }

  /** The request for data from a day on. */
  public ProvisionRequest from(LocalDate oldest) {
    return new ProvisionRequest(
        audience, purpose, day, recipient, agreement, consent, Optional.of(oldest));
  }
}
