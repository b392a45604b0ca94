package io.nagare.pipeline.windows;

import io.nagare.pipeline.reading.TaggedReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The row that a recipe makes of some readings of one key and window. */
public final class RecipeRow {
  private final Map<String, @Nullable Object> cells = new HashMap<>();

  private RecipeRow() {}

  public static <A> RecipeRow of(WindowRecipe<A> recipe, List<TaggedReading> readings) {
    A totals = recipe.empty();
    readings.forEach(reading -> recipe.add(totals, reading));
    TaggedReading newest = readings.get(0);
    for (TaggedReading reading : readings) {
      newest = reading.reading().isNewerThan(newest.reading()) ? reading : newest;
    }
    Window window = Window.of(newest.reading().eventTimeMillis(), 900_000);
    RecipeRow row = new RecipeRow();
    for (RecipeColumn<A> column : recipe.columns()) {
      row.cells.put(
          column.name(), column.value().of(totals, new WindowStamp(window, 1, 0, newest)));
    }
    return row;
  }

  public @Nullable Object cell(String column) {
    if (!cells.containsKey(column)) {
      throw new AssertionError("the recipe makes no " + column);
    }
    return cells.get(column);
  }
}
