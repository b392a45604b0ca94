package io.nagare.contracts.check;

import io.nagare.contracts.Column;
import io.nagare.contracts.DatasetContract;
import io.nagare.profiles.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether columns, key and texts of a contract make sense. */
final class ShapeRules {
  // ODCS 3.1 names these as examples; others would mean nothing to jobs and portal.
  private static final List<String> STATUSES =
      List.of("proposed", "draft", "active", "deprecated", "retired");

  private final String file;
  private final DatasetContract contract;
  private final List<Problem> problems = new ArrayList<>();

  ShapeRules(String file, DatasetContract contract) {
    this.file = file;
    this.contract = contract;
  }

  List<Problem> problems() {
    if (!STATUSES.contains(contract.status())) {
      problem("status", quoted(contract.status()), "use one of " + String.join(", ", STATUSES));
    }
    Set<String> names = new HashSet<>();
    for (Column column : contract.columns()) {
      if (!names.add(column.name())) {
        problem("schema[0].properties", "naming " + column.name() + " twice", "keep one of them");
      }
    }
    if (contract.key().isEmpty()) {
      problem(
          "schema[0].properties", "without a key", "mark the columns that name a row primaryKey");
    }
    for (String key : contract.key()) {
      Optional<Column> column = contract.column(key);
      if (column.filter(known -> !known.required()).isPresent()) {
        problem(
            "schema[0].properties." + key,
            "part of the key but not required",
            "set required: true; a key has no gaps");
      }
    }
    for (String named : contract.governance().fields().keySet()) {
      if (contract.column(named).isEmpty()) {
        problem("schema[0].properties." + named, "unknown", "name a column of the table");
      }
    }
    return problems;
  }

  private void problem(String path, String found, String remedy) {
    problems.add(new Problem(file, path, found, remedy));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
