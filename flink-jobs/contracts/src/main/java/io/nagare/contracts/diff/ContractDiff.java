package io.nagare.contracts.diff;

import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.Governance.Changes;
import io.nagare.contracts.diff.Change.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The difference between two versions of a contract.
 *
 * @param changes the weightiest first
 * @param obstacles why the new version may not be released yet; none: it may
 */
public record ContractDiff(List<Change> changes, List<String> obstacles) {

  /** Keeps copies. */
  public ContractDiff {
    changes = List.copyOf(changes);
    obstacles = List.copyOf(obstacles);
  }

  /** Compares two versions of one contract. */
  public static ContractDiff between(DatasetContract before, DatasetContract after) {
    List<Change> changes = new ArrayList<>(new StructureChanges(before, after).changes());
    changes.addAll(new PromiseChanges(before.promise(), after.promise()).changes());
    changes.addAll(new GovernanceChanges(before, after).changes());
    changes.sort(Comparator.comparing(Change::weight).reversed());
    return new ContractDiff(changes, obstacles(before, after, changes));
  }

  /** Whether any change breaks something for consumers. */
  public boolean breaking() {
    return weight().filter(heaviest -> heaviest == Weight.BREAKING).isPresent();
  }

  /** Whether the new version may be released as it is. */
  public boolean releasable() {
    return obstacles.isEmpty();
  }

  private Optional<Weight> weight() {
    return weight(changes);
  }

  private static Optional<Weight> weight(List<Change> changes) {
    return changes.stream().map(Change::weight).max(Comparator.naturalOrder());
  }

  private static List<String> obstacles(
      DatasetContract before, DatasetContract after, List<Change> changes) {
    List<String> obstacles = new ArrayList<>();
    if (!before.id().equals(after.id())) {
      obstacles.add(
          "id is \"%s\", was \"%s\"; another dataset is a contract of its own"
              .formatted(after.id(), before.id()));
    }
    Optional<Weight> weight = weight(changes);
    if (weight.isEmpty()) {
      return obstacles;
    }
    String least = leastVersion(before.version(), weight.get());
    if (compareVersions(after.version(), least) < 0) {
      obstacles.add(
          "version is %s; %s changes need at least %s"
              .formatted(after.version(), weight.get().name().toLowerCase(Locale.ROOT), least));
    }
    if (weight.get() == Weight.BREAKING) {
      notice(before, after).ifPresent(obstacles::add);
    }
    return obstacles;
  }

  private static Optional<String> notice(DatasetContract before, DatasetContract after) {
    Changes promised = before.governance().changes();
    Changes given = after.governance().changes();
    if (given.announced().isEmpty() || given.effective().isEmpty()) {
      return Optional.of(
          "changes.announced or changes.effective is missing; a breaking version names the day it"
              + " was announced and the day from which it holds");
    }
    LocalDate earliest =
        given.announced().get().plusDays((promised.noticePeriod().toHours() + 23) / 24);
    return given.effective().get().isBefore(earliest)
        ? Optional.of(
            "changes.effective is %s; with a notice period of %s it is %s at the earliest"
                .formatted(given.effective().get(), promised.noticePeriod(), earliest))
        : Optional.empty();
  }

  private static String leastVersion(String before, Weight weight) {
    int[] numbers = numbers(before);
    return switch (weight) {
      case BREAKING -> (numbers[0] + 1) + ".0.0";
      case COMPATIBLE -> numbers[0] + "." + (numbers[1] + 1) + ".0";
      case WORDING -> numbers[0] + "." + numbers[1] + "." + (numbers[2] + 1);
    };
  }

  private static int compareVersions(String one, String other) {
    return Arrays.compare(numbers(one), numbers(other));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}
