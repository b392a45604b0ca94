package io.nagare.profiles.airtime;

import java.util.List;

/**
 * What the ledger says of a transmission.
 *
 * @param breaches what it breaks; empty when it keeps to the limits
 * @param hour the fullest hour that holds it
 */
public record AirtimeVerdict(List<AirtimeBreach> breaches, AirtimeSum hour) {

  /** Keeps a copy of the list. */
  public AirtimeVerdict {
    breaches = List.copyOf(breaches);
  }

  /** Whether the transmission keeps to the limits. */
  public boolean within() {
    return breaches.isEmpty();
  }
}
