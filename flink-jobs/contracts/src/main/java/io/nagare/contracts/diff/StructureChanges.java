package io.nagare.contracts.diff;

import io.nagare.contracts.Column;
import io.nagare.contracts.DatasetContract;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes of table, columns, key, recipe and texts. */
final class StructureChanges {
  private final DatasetContract before;
  private final DatasetContract after;
  private final ChangeList changes = new ChangeList();

  StructureChanges(DatasetContract before, DatasetContract after) {
    this.before = before;
    this.after = after;
  }

  List<Change> changes() {
    changes.breakingIfChanged(
        "schema[0].name", before.table(), after.table(), "queries name the table");
    changes.breakingIfChanged("key", before.key(), after.key(), "the key names a row");
    before.columns().forEach(this::column);
    for (Column column : after.columns()) {
      if (before.column(column.name()).isEmpty()) {
        changes.compatible(path(column), "added", "readers ignore columns they do not know");
      }
    }
    recipe();
    status();
    changes.wordingIfChanged("title", before.title(), after.title());
    changes.wordingIfChanged("description", before.description(), after.description());
    changes.wordingIfChanged("tags", before.tags(), after.tags());
    return changes.all();
  }

  private void column(Column old) {
    Optional<Column> found = after.column(old.name());
    if (found.isEmpty()) {
      changes.breaking(path(old), "removed", "queries that name it fail");
      return;
    }
    Column now = found.get();
    changes.breakingIfChanged(
        path(old) + ".type", old.type(), now.type(), "readers have fixed the type");
    changes.breakingIfChanged(
        path(old) + ".unit",
        old.unit().orElse("none"),
        now.unit().orElse("none"),
        "the same number means something else");
    if (old.required() && !now.required()) {
      changes.breaking(path(old), "may be null now", "readers rely on a value in every row");
    } else if (!old.required() && now.required()) {
      changes.compatible(path(old), "is never null now", "more is promised than before");
    }
    changes.wordingIfChanged(path(old) + ".description", old.description(), now.description());
  }

  private void recipe() {
    changes.breakingIfChanged(
        "recipe.name",
        before.recipe().name(),
        after.recipe().name(),
        "the values mean another thing");
    Set<String> names = new HashSet<>(before.recipe().parameters().keySet());
    names.addAll(after.recipe().parameters().keySet());
    for (String name : names.stream().sorted().toList()) {
      String old = before.recipe().parameters().getOrDefault(name, "unset");
      String now = after.recipe().parameters().getOrDefault(name, "unset");
      changes.breakingIfChanged(
          "recipe.parameters." + name, old, now, "rows are made in another way");
    }
  }

  private void status() {
    if (!before.status().equals(after.status())) {
      String found = ChangeList.was(before.status(), after.status());
      if (after.status().equals("retired") || after.status().equals("draft")) {
        changes.breaking("status", found, "the dataset is no longer delivered");
      } else {
        changes.compatible("status", found, "the dataset is delivered as before");
      }
    }
  }

  private static String path(Column column) {
    return "column " + column.name();
  }
}
