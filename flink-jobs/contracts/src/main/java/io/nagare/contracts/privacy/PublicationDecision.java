package io.nagare.contracts.privacy;

import io.nagare.contracts.PrivacyCategory;
import java.util.List;

/**
 * What the gate says.
 *
 * @param category of the data as the gate sees it: the strictest of declaration, columns and
 *     lineage
 * @param refusals every reason against it, in the order of the rules; none: it is allowed
 */
public record PublicationDecision(PrivacyCategory category, List<Refusal> refusals) {

  /** Keeps a copy. */
  public PublicationDecision {
    refusals = List.copyOf(refusals);
  }

  /** Whether nothing stands against it. */
  public boolean allowed() {
    return refusals.isEmpty();
  }

  /** Whether this rule stands against it. */
  public boolean refusedBy(PublicationRule rule) {
    return refusals.stream().anyMatch(refusal -> refusal.rule() == rule);
  }
}
