package io.nagare.contracts.privacy;

import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.PrivacyCategory;
import io.nagare.contracts.privacy.ProvisionRequest.Audience;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides whether a dataset may be listed, handed to a recipient or given to everybody.
 *
 * <p>It fails closed: what is not known counts as the strictest.
 */
public final class PublicationGate {
  private final Lineage lineage;

  /** A gate that knows these contracts as sources of others. */
  public PublicationGate(ContractLibrary library) {
    this(library::find);
  }

  /** A gate that looks up sources by the id of their contract. */
  public PublicationGate(Function<String, Optional<DatasetContract>> contracts) {
    this.lineage = new Lineage(contracts);
  }

  /** Every reason against a request; none when it is allowed. */
  public PublicationDecision check(DatasetContract contract, ProvisionRequest request) {
    PrivacyCategory category = lineage.effective(contract);
    List<Refusal> refusals =
        new ArrayList<>(new DatasetRules(contract, lineage, request.day()).refusals());
    if (request.audience() != Audience.CATALOG) {
      refusals.addAll(new ProvisionRules(contract, category, request).refusals());
    }
    refusals.sort(Comparator.comparing(Refusal::rule));
    return new PublicationDecision(category, refusals);
  }
}
