package io.nagare.pipeline.windows;

import java.io.Serializable;
import org.apache.flink.table.data.RowData;

/**
 * A dataset of windows, ready to be computed.
 *
 * @param <A> the totals of a window
 * @param id of its contract
 * @param recipe that makes it
 * @param settings how it cuts time
 * @param rows writes its rows
 */
public record WindowDataset<A>(
    String id, WindowRecipe<A> recipe, WindowSettings settings, RowWriter<A> rows)
    implements Serializable {

  /** Writes totals as a row of the dataset's table. */
  @FunctionalInterface
  public interface RowWriter<A> extends Serializable {
    /** The row. */
    RowData row(WindowRow<A> row);
  }
}
