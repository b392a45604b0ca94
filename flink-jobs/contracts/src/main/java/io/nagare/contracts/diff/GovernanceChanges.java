package io.nagare.contracts.diff;

import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.Governance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes of licence, privacy and purposes. */
final class GovernanceChanges {
  private final DatasetContract before;
  private final DatasetContract after;
  private final ChangeList changes = new ChangeList();

  GovernanceChanges(DatasetContract before, DatasetContract after) {
    this.before = before;
    this.after = after;
  }

  List<Change> changes() {
    Governance old = before.governance();
    Governance now = after.governance();
    changes.breakingIfOther(
        "licence", before.licence(), after.licence(), "the terms of use are others");
    changes.breakingIfChanged(
        "creator", before.creator(), after.creator(), "somebody else answers for the data");
    changes.compared(
        "privacyCategory",
        before.privacy(),
        after.privacy(),
        false,
        "recipients need other grounds to hold the data");
    changes.breakingIfChanged(
        "privacy.ground", old.ground(), now.ground(), "the ground of provision is another");
    changes.breakingIfChanged(
        "privacy.acquisition", old.acquisition(), now.acquisition(), "other notices are due");
    purposes(old, now);
    changes.breakingIfOther(
        "privacy.lineage", old.lineage(), now.lineage(), "the data have another origin");
    changes.compared(
        "changes.noticePeriod",
        old.changes().noticePeriod(),
        now.changes().noticePeriod(),
        true,
        "changes are announced later");
    return changes.all();
  }

  private void purposes(Governance old, Governance now) {
    Set<String> removed = new HashSet<>(old.purposes());
    now.purposes().forEach(removed::remove);
    // No purposes means any purpose: naming the first one narrows.
    if (!removed.isEmpty() || (old.purposes().isEmpty() && !now.purposes().isEmpty())) {
      changes.breaking(
          "privacy.purposes",
          ChangeList.was(old.purposes(), now.purposes()),
          "uses that were allowed are not any more");
    } else if (!old.purposes().equals(now.purposes())) {
      changes.compatible(
          "privacy.purposes",
          ChangeList.was(old.purposes(), now.purposes()),
          "more uses are allowed; persons must be told first where it is about them");
    }
  }
}
