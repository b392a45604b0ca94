package io.nagare.pipeline.windows;

import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.reading.TaggedReading;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.table.data.RowData;

/** Tagged readings become the rows of one dataset. */
public final class WindowJob {
  private WindowJob() {}

  /**
   * What becomes of the readings.
   *
   * @param rows of the dataset's table, revisions included
   * @param late readings that came too late for it
   */
  public record Streams(DataStream<RowData> rows, DataStream<Rejected> late) {}

  /** The operator's identity in checkpoints. */
  public static String uid(String dataset) {
    return "dataset-" + dataset;
  }

  /** Defines the flow of a dataset; {@code rowType} is that of its table. */
  public static <A> Streams define(
      DataStream<TaggedReading> readings,
      WindowDataset<A> dataset,
      TypeInformation<RowData> rowType) {
    WindowRecipe<A> recipe = dataset.recipe();
    SingleOutputStreamOperator<RowData> rows =
        readings
            .filter(reading -> reading.hasPossibleTime() && recipe.takes(reading))
            .uid(uid(dataset.id()) + "-select")
            .name("Select for " + dataset.id())
            .keyBy(recipe::key)
            .process(new WindowFunction<>(dataset), rowType)
            .uid(uid(dataset.id()))
            .name("Total " + dataset.id());
    return new Streams(rows, rows.getSideOutput(WindowFunction.LATE));
  }
}
