package io.nagare.pipeline;

import io.nagare.contracts.ContractLibrary;
import io.nagare.pipeline.cluster.RestorePoint;
import io.nagare.pipeline.datasets.DatasetPlan;
import io.nagare.pipeline.datasets.DatasetPlans;
import io.nagare.pipeline.decode.RawMessage;
import io.nagare.pipeline.quality.QualityParameters;
import io.nagare.pipeline.tables.LedgerTables;
import io.nagare.pipeline.tables.ReadingsTable;
import io.nagare.pipeline.tables.RowLayout;
import io.nagare.pipeline.tables.TableSinks;
import io.nagare.pipeline.tables.Tables;
import io.nagare.pipeline.topics.RawSource;
import io.nagare.pipeline.topics.TopicSinks;
import io.nagare.pipeline.topics.Topics;
import io.nagare.profiles.ProfileLibrary;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The main job: messages of gateways become readings, and readings become datasets. */
public final class PipelineApp {
  private PipelineApp() {}

  /** Starts the job; the arguments are those of {@link PipelineSettings#parse}. */
  public static void main(String[] arguments) throws Exception {
    PipelineSettings settings = PipelineSettings.parse(arguments);
    QualityParameters parameters =
        QualityParameters.of(ProfileLibrary.builtIn().with(settings.profiles()));
    List<DatasetPlan<?>> datasets =
        DatasetPlans.of(ContractLibrary.builtIn().with(settings.contracts()).all());
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    StrictExecution.apply(environment);
    Tables tables = Tables.open(settings.catalog());
    RestorePoint.of(environment).refuseIfBehind(tables, tableNames(datasets));
    Topics.createAbsent(settings.kafka(), settings.partitions(), settings.replication());

    DataStream<RawMessage> messages = RawSource.read(environment, settings.kafka());
    Pipeline.Streams streams = Pipeline.define(messages, parameters, datasets);
    writeTopics(streams, settings.kafka());
    writeTables(streams, tables);
    environment.execute("nagare");
  }

  static void writeTopics(Pipeline.Streams streams, String kafka) {
    TopicSinks.readings(streams.readings(), kafka);
    TopicSinks.rejected(streams.rejected(), kafka);
    TopicSinks.live(streams.live(), kafka);
  }

  static void writeTables(Pipeline.Streams streams, Tables tables) {
    write(streams.readings(), ReadingsTable.layout(), tables, ReadingsTable.NAME, false);
    write(streams.rejected(), LedgerTables.rejected(), tables, LedgerTables.REJECTED, true);
    write(streams.repeated(), LedgerTables.repeated(), tables, LedgerTables.REPEATED, true);
    for (Pipeline.DatasetRows dataset : streams.datasets()) {
      String table = dataset.plan().contract().table();
      TableSinks.append(
          dataset.rows(), tables.ensure(table, dataset.plan().layout().schema()), table, true);
    }
  }

  private static <T> void write(
      DataStream<T> stream, RowLayout<T> layout, Tables tables, String name, boolean small) {
    TableSinks.append(stream, layout, tables.ensure(name, layout.schema()), name, small);
  }

  private static List<String> tableNames(List<DatasetPlan<?>> datasets) {
    return Stream.concat(
            Stream.of(ReadingsTable.NAME, LedgerTables.REJECTED, LedgerTables.REPEATED),
            datasets.stream().map(plan -> plan.contract().table()))
        .toList();
  }
}
