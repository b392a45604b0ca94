package io.nagare.pipeline.tables;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table and where its values come from.
 *
 * @param <T> what a row is made from
 * @param name lower-case words joined by {@code _}
 * @param type of its values
 * @param required whether every row has a value
 * @param value gives it: null for none
 */
public record TableColumn<T>(String name, CellType type, boolean required, CellValue<T> value)
    implements Serializable {

  /** Gives the value of a column in the form that {@link CellType} asks for, or null. */
  @FunctionalInterface
  public interface CellValue<T> extends Serializable {
    /** The value. */
    @Nullable Object of(T row);
  }

  /** A column that every row fills. */
  public static <T> TableColumn<T> required(String name, CellType type, CellValue<T> value) {
    return new TableColumn<>(name, type, true, value);
  }

  /** A column that rows may leave empty. */
  public static <T> TableColumn<T> optional(String name, CellType type, CellValue<T> value) {
    return new TableColumn<>(name, type, false, value);
  }
}
