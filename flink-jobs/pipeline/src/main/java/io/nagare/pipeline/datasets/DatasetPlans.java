package io.nagare.pipeline.datasets;

import io.nagare.contracts.Column;
import io.nagare.contracts.DatasetContract;
import io.nagare.pipeline.activity.SiteActivity;
import io.nagare.pipeline.equipment.EquipmentHealth;
import io.nagare.pipeline.parking.ParkingOccupancy;
import io.nagare.pipeline.tables.CellType;
import io.nagare.pipeline.tables.RowLayout;
import io.nagare.pipeline.tables.TableColumn;
import io.nagare.pipeline.windows.CommonColumns;
import io.nagare.pipeline.windows.RecipeColumn;
import io.nagare.pipeline.windows.WindowDataset;
import io.nagare.pipeline.windows.WindowRecipe;
import io.nagare.pipeline.windows.WindowRow;
import io.nagare.pipeline.windows.WindowSettings;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the recipe of every contract and checks that it makes what the contract promises. */
public final class DatasetPlans {
  /** The recipes that contracts can name. */
  public static final List<WindowRecipe<?>> RECIPES =
      List.of(new EquipmentHealth(), new ParkingOccupancy(), new SiteActivity());

  private final List<Problem> problems = new ArrayList<>();

  private DatasetPlans() {}

  /**
   * Plans the datasets of contracts.
   *
   * @throws InvalidFiles with everything that any contract asks and no recipe gives
   */
  public static List<DatasetPlan<?>> of(List<DatasetContract> contracts) throws InvalidFiles {
    DatasetPlans plans = new DatasetPlans();
    List<DatasetPlan<?>> all = new ArrayList<>();
    for (DatasetContract contract : contracts) {
      plans.recipe(contract).ifPresent(recipe -> all.add(plans.plan(contract, recipe)));
    }
    if (!plans.problems.isEmpty()) {
      throw new InvalidFiles(plans.problems);
    }
    return all;
  }

  private Optional<WindowRecipe<?>> recipe(DatasetContract contract) {
    for (WindowRecipe<?> recipe : RECIPES) {
      if (recipe.name().equals(contract.recipe().name())) {
        return Optional.of(recipe);
      }
    }
    problem(
        contract,
        "recipe.name",
        "\"" + contract.recipe().name() + "\"",
        "use one of " + RECIPES.stream().map(WindowRecipe::name).collect(Collectors.joining(", ")));
    return Optional.empty();
  }

  private <A> DatasetPlan<A> plan(DatasetContract contract, WindowRecipe<A> recipe) {
    RowLayout<WindowRow<A>> layout = layout(contract, recipe);
    return new DatasetPlan<>(
        contract,
        layout,
        new WindowDataset<>(contract.id(), recipe, settings(contract, recipe), layout::map));
  }

  private <A> RowLayout<WindowRow<A>> layout(DatasetContract contract, WindowRecipe<A> recipe) {
    Map<String, RecipeColumn<A>> made = new TreeMap<>();
    recipe.columns().forEach(column -> made.put(column.name(), column));
    List<TableColumn<WindowRow<A>>> columns = new ArrayList<>();
    for (int i = 0; i < contract.columns().size(); i++) {
      Column column = contract.columns().get(i);
      RecipeColumn<A> source = made.get(column.name());
      String path = "schema[0].properties[" + i + "]";
      if (source == null) {
        problem(
            contract,
            path + ".name",
            "\"" + column.name() + "\"",
            "recipe " + recipe.name() + " makes " + String.join(", ", made.keySet()));
      } else if (source.type() != column.type()) {
        problem(
            contract,
            path + ".logicalType",
            column.type().toString(),
            "recipe " + recipe.name() + " makes it " + source.type());
      } else {
        columns.add(tableColumn(column, source));
      }
    }
    requireColumns(contract);
    return new RowLayout<>(columns);
  }

  private void requireColumns(DatasetContract contract) {
    List<String> names = contract.columns().stream().map(Column::name).toList();
    List<String> required = new ArrayList<>(CommonColumns.REQUIRED);
    required.addAll(contract.key());
    for (String name : required) {
      if (!names.contains(name)) {
        problem(contract, "schema[0].properties", "without " + name, "add the column");
      }
    }
  }

  private static <A> TableColumn<WindowRow<A>> tableColumn(Column column, RecipeColumn<A> source) {
    RecipeColumn.ColumnValue<A> value = source.value();
    return new TableColumn<>(
        column.name(),
        CellType.of(column.type()),
        column.required(),
        row -> value.of(row.totals(), row.stamp()));
  }

  private WindowSettings settings(DatasetContract contract, WindowRecipe<?> recipe) {
    return new WindowSettings(
        positive(contract, "window", Duration.ofMinutes(15)),
        positive(contract, "wait", Duration.ofMinutes(2)),
        positive(contract, "lateness", Duration.ofDays(1)),
        positive(contract, "idle", Duration.ofSeconds(30)),
        positive(contract, "coalesce", Duration.ofSeconds(5)),
        recipe.joinsSources() ? positive(contract, "retain", Duration.ofHours(1)) : 0);
  }

  private long positive(DatasetContract contract, String parameter, Duration whenAbsent) {
    try {
      Duration duration = contract.recipe().duration(parameter, whenAbsent);
      if (duration.toMillis() > 0) {
        return duration.toMillis();
      }
    } catch (DateTimeException | ArithmeticException unreadable) {
      // Reported below, like a duration that is not positive.
    }
    problem(
        contract,
        "recipe.parameters." + parameter,
        "\"" + contract.recipe().parameters().get(parameter) + "\"",
        "use a positive ISO 8601 duration, such as " + whenAbsent);
    return whenAbsent.toMillis();
  }

  private void problem(DatasetContract contract, String path, String found, String remedy) {
    problems.add(new Problem(contract.id(), path, found, remedy));
  }
}
