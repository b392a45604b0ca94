package io.nagare.pipeline;

import io.nagare.pipeline.datasets.DatasetPlan;
import io.nagare.pipeline.decode.DecodeJob;
import io.nagare.pipeline.decode.RawMessage;
import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.ledger.Repeated;
import io.nagare.pipeline.live.LiveJob;
import io.nagare.pipeline.live.LiveUpdate;
import io.nagare.pipeline.quality.QualityJob;
import io.nagare.pipeline.quality.QualityParameters;
import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.windows.WindowJob;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;

/** The data flow of the main job, from messages to everything that is written. */
public final class Pipeline {
  private Pipeline() {}

  /**
   * What is written.
   *
   * @param readings every reading that could be decoded, once
   * @param rejected what could not, or is late for a dataset
   * @param repeated readings that came once more
   * @param live the newest reading of every series
   * @param datasets the rows of every dataset
   */
  public record Streams(
      DataStream<TaggedReading> readings,
      DataStream<Rejected> rejected,
      DataStream<Repeated> repeated,
      DataStream<LiveUpdate> live,
      List<DatasetRows> datasets) {}

  /**
   * What is written of one dataset.
   *
   * @param plan of the dataset
   * @param rows of its table
   */
  public record DatasetRows(DatasetPlan<?> plan, DataStream<RowData> rows) {}

  /** Defines the flow. */
  public static Streams define(
      DataStream<RawMessage> messages,
      QualityParameters parameters,
      List<DatasetPlan<?>> datasetPlans) {
    DecodeJob.Streams decoded = DecodeJob.define(messages);
    DataStream<TaggedReading> readings = QualityJob.define(decoded.readings(), parameters);
    DataStream<LiveUpdate> live = LiveJob.define(readings, decoded.sessions());

    DataStream<Rejected> rejected = decoded.rejected();
    List<DatasetRows> datasets = new ArrayList<>();
    for (DatasetPlan<?> plan : datasetPlans) {
      WindowJob.Streams dataset = define(readings, plan);
      rejected = rejected.union(dataset.late());
      datasets.add(new DatasetRows(plan, dataset.rows()));
    }
    return new Streams(readings, rejected, decoded.repeated(), live, datasets);
  }

  private static <A> WindowJob.Streams define(
      DataStream<TaggedReading> readings, DatasetPlan<A> plan) {
    return WindowJob.define(readings, plan.dataset(), plan.layout().typeInformation());
  }
}
