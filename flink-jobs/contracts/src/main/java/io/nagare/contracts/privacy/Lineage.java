package io.nagare.contracts.privacy;

import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.Governance;
import io.nagare.contracts.Governance.Input;
import io.nagare.contracts.PrivacyCategory;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a dataset inherits from what it is made from. */
final class Lineage {
  private final Function<String, Optional<DatasetContract>> contracts;

  Lineage(Function<String, Optional<DatasetContract>> contracts) {
    this.contracts = contracts;
  }

  /** The strictest category of all inputs after their transforms; empty when any is unknown. */
  Optional<PrivacyCategory> inherited(DatasetContract contract) {
    return inherited(contract, new HashSet<>());
  }

  /** The strictest of declaration, columns and lineage; an unknown one is the strictest of all. */
  PrivacyCategory effective(DatasetContract contract) {
    return declared(contract)
        .strictest(inherited(contract, new HashSet<>()).orElse(PrivacyCategory.OTHER));
  }

  /** Whether a transform turned data about persons into data about nobody on the way here. */
  boolean madeAnonymousHere(DatasetContract contract) {
    return contract.governance().lineage().stream()
        .anyMatch(
            input ->
                before(input, new HashSet<>())
                        .orElse(PrivacyCategory.OTHER)
                        .stricterThan(PrivacyCategory.NON_PERSONAL)
                    && after(input, new HashSet<>())
                        .filter(category -> category == PrivacyCategory.NON_PERSONAL)
                        .isPresent());
  }

  /** The category of an input after its transforms. */
  Optional<PrivacyCategory> after(Input input) {
    return after(input, new HashSet<>());
  }

  private Optional<PrivacyCategory> inherited(DatasetContract contract, Set<String> path) {
    Governance governance = contract.governance();
    // A dataset that is made from itself has no origin that anybody could know.
    if (governance.lineage().isEmpty() || !path.add(contract.id())) {
      return Optional.empty();
    }
    PrivacyCategory strictest = PrivacyCategory.NON_PERSONAL;
    for (Input input : governance.lineage()) {
      Optional<PrivacyCategory> category = after(input, path);
      if (category.isEmpty()) {
        path.remove(contract.id());
        return Optional.empty();
      }
      strictest = strictest.strictest(category.get());
    }
    path.remove(contract.id());
    return Optional.of(strictest);
  }

  /** The strictest of what a contract itself says. */
  private static PrivacyCategory declared(DatasetContract contract) {
    Governance governance = contract.governance();
    PrivacyCategory strictest = governance.category().orElse(PrivacyCategory.OTHER);
    for (Governance.Field field : governance.fields().values()) {
      strictest = strictest.strictest(field.category().orElse(PrivacyCategory.NON_PERSONAL));
    }
    return strictest;
  }

  private Optional<PrivacyCategory> after(Input input, Set<String> path) {
    return before(input, path)
        .map(category -> TransformRegistry.after(category, input.transforms()));
  }

  private Optional<PrivacyCategory> before(Input input, Set<String> path) {
    return input.dataset().isEmpty()
        ? input.category()
        : contracts
            .apply(input.dataset().get())
            .flatMap(source -> inherited(source, path).map(declared(source)::strictest))
            .map(known -> known.strictest(input.category().orElse(known)));
  }
}
