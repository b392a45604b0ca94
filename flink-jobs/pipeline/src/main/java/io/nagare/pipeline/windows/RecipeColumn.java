package io.nagare.pipeline.windows;

import io.nagare.contracts.ColumnType;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A column that a recipe can make.
 *
 * @param <A> the totals it is made from
 * @param name as contracts use it
 * @param type of its values
 * @param value gives it
 */
public record RecipeColumn<A>(String name, ColumnType type, ColumnValue<A> value)
    implements Serializable {

  /**
   * Gives the value of a column: null for none, else of the column's type; times in milliseconds.
   */
  @FunctionalInterface
  public interface ColumnValue<A> extends Serializable {
    /** The value for a window's totals. */
    @Nullable Object of(A totals, WindowStamp stamp);
  }
}
