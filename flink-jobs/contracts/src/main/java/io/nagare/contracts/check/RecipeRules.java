package io.nagare.contracts.check;

import io.nagare.contracts.Column;
import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import io.nagare.profiles.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether a contract's columns are those that its recipe makes, and its parameters are allowed. */
final class RecipeRules {
  // Without them a row cannot be told from another, or judged; the pipeline refuses to start.
  private static final List<String> COMMON =
      List.of(
          "window_start",
          "window_end",
          "readings",
          "good",
          "quality_share",
          "revision",
          "emitted_at");
  private static final List<String> DURATIONS =
      List.of("window", "wait", "lateness", "idle", "coalesce", "retain");

  private final String file;
  private final DatasetContract contract;
  private final List<Problem> problems = new ArrayList<>();

  RecipeRules(String file, DatasetContract contract) {
    this.file = file;
    this.contract = contract;
  }

  List<Problem> problems() {
    Map<String, DatasetContract> recipes = recipes();
    String name = contract.recipe().name();
    Optional<DatasetContract> model = Optional.ofNullable(recipes.get(name));
    if (model.isEmpty()) {
      problem(
          "recipe.name", "\"" + name + "\"", "use one of " + String.join(", ", recipes.keySet()));
    }
    model.ifPresent(this::columns);
    parameters();
    return problems;
  }

  /** A built-in recipe makes what its own contract says: that is its definition. */
  private static Map<String, DatasetContract> recipes() {
    Map<String, DatasetContract> recipes = new TreeMap<>();
    ContractLibrary.builtIn().all().forEach(own -> recipes.putIfAbsent(own.recipe().name(), own));
    return recipes;
  }

  private void columns(DatasetContract model) {
    for (Column column : contract.columns()) {
      Optional<Column> made = model.column(column.name());
      if (made.isEmpty()) {
        problem(
            "schema[0].properties." + column.name(),
            "nothing that recipe " + model.recipe().name() + " makes",
            "it makes " + model.columns().stream().map(Column::name).toList());
      } else if (made.get().type() != column.type()) {
        problem(
            "schema[0].properties." + column.name(),
            column.type().toString(),
            "recipe " + model.recipe().name() + " makes " + made.get().type());
      } else if (column.required() && !made.get().required()) {
        problem(
            "schema[0].properties." + column.name(),
            "required",
            "recipe " + model.recipe().name() + " may leave it empty");
      }
    }
    for (String common : COMMON) {
      if (contract.column(common).isEmpty()) {
        problem(
            "schema[0].properties", "without " + common, "every dataset has it; add the column");
      }
    }
    for (String key : model.key()) {
      if (!COMMON.contains(key) && contract.column(key).isEmpty()) {
        problem(
            "schema[0].properties",
            "without " + key,
            "the rows of recipe " + model.recipe().name() + " are named by " + model.key());
      }
    }
  }

  private void parameters() {
    DURATIONS.forEach(this::duration);
    Optional<Duration> wait = duration("wait");
    Optional<Duration> lateness = duration("lateness");
    if (wait.isPresent() && lateness.isPresent() && wait.get().compareTo(lateness.get()) > 0) {
      problem(
          "recipe.parameters.wait",
          wait.get().toString(),
          "at most the lateness " + lateness.get());
    }
    Optional<Duration> window = duration("window");
    if (window.filter(whole -> Duration.ofDays(1).toMillis() % whole.toMillis() != 0).isPresent()) {
      problem(
          "recipe.parameters.window",
          window.get().toString(),
          "windows divide a day, such as PT1M, PT15M or PT1H");
    }
  }

  private Optional<Duration> duration(String name) {
    String text = contract.recipe().parameters().get(name);
    if (text == null) {
      return Optional.empty();
    }
    try {
      Duration duration = Duration.parse(text);
      if (duration.toMillis() > 0) {
        return Optional.of(duration);
      }
    } catch (DateTimeParseException notDuration) {
      // Noted below, together with durations that are not positive.
    }
    Problem problem =
        new Problem(
            file,
            "recipe.parameters." + name,
            "\"" + text + "\"",
            "use a positive ISO 8601 duration such as \"PT15M\"");
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
    return Optional.empty();
  }

  private void problem(String path, String found, String remedy) {
    problems.add(new Problem(file, path, found, remedy));
  }
}
