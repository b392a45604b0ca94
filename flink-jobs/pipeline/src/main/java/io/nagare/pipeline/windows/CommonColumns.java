package io.nagare.pipeline.windows;

import io.nagare.contracts.ColumnType;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns that every dataset of windows has. */
public final class CommonColumns {
  /** Column names without which a row cannot be told from another, or judged. */
  public static final List<String> REQUIRED =
      List.of(
          "window_start",
          "window_end",
          "readings",
          "good",
          "quality_share",
          "revision",
          "emitted_at");

  private CommonColumns() {}

  /** Gives the quality count of totals; it travels with the job. */
  @FunctionalInterface
  public interface QualityOf<A> extends Function<A, QualityCount>, Serializable {}

  /** The columns, for totals that hold a quality count. */
  public static <A> List<RecipeColumn<A>> of(QualityOf<A> quality) {
    return List.of(
        new RecipeColumn<>(
            "site", ColumnType.STRING, (totals, stamp) -> stamp.newest().reading().id().site()),
        new RecipeColumn<>(
            "window_start", ColumnType.TIMESTAMP, (totals, stamp) -> stamp.window().startMillis()),
        new RecipeColumn<>(
            "window_end", ColumnType.TIMESTAMP, (totals, stamp) -> stamp.window().endMillis()),
        new RecipeColumn<>(
            "readings", ColumnType.LONG, (totals, stamp) -> quality.apply(totals).readings),
        new RecipeColumn<>("good", ColumnType.LONG, (totals, stamp) -> quality.apply(totals).good),
        new RecipeColumn<>(
            "quality_share", ColumnType.DOUBLE, (totals, stamp) -> quality.apply(totals).share()),
        new RecipeColumn<>("revision", ColumnType.INTEGER, (totals, stamp) -> stamp.revision()),
        new RecipeColumn<>(
            "emitted_at", ColumnType.TIMESTAMP, (totals, stamp) -> stamp.emittedAtMillis()));
  }

  /** The text, or null for an empty one. */
  public static @Nullable String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
