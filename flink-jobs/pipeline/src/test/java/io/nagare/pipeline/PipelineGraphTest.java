package io.nagare.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.contracts.ContractLibrary;
import io.nagare.pipeline.datasets.DatasetPlan;
import io.nagare.pipeline.datasets.DatasetPlans;
import io.nagare.pipeline.decode.GatewaySession;
import io.nagare.pipeline.decode.RawMessage;
import io.nagare.pipeline.decode.SeriesBinding;
import io.nagare.pipeline.decode.SessionChange;
import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.ledger.Repeated;
import io.nagare.pipeline.live.LiveUpdate;
import io.nagare.pipeline.live.SessionPositions;
import io.nagare.pipeline.quality.QualityParameters;
import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.tables.Tables;
import io.nagare.pipeline.topics.RawSource;
import io.nagare.pipeline.windows.WindowProgress;
import io.nagare.pipeline.windows.WindowRecipe;
import io.nagare.profiles.ProfileLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.iceberg.flink.CatalogLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineGraphTest {
  /**
   * The identities under which state is kept. Each is a promise: to rename one is to lose its
   * state.
   */
  private static final List<String> APPROVED =
      List.of(
          "source-sparkplug-raw",
          "decode",
          "tag-quality",
          "conflate-live",
          "dataset-equipment-health-1min-select",
          "dataset-equipment-health-1min",
          "dataset-parking-occupancy-15min-select",
          "dataset-parking-occupancy-15min",
          "dataset-site-activity-15min-select",
          "dataset-site-activity-15min",
          "rows-readings",
          "rows-rejected",
          "rows-repeated",
          "table-equipment_health_1min",
          "table-equipment_health_1min: Sink pre-commit aggregator: table-equipment_health_1min",
          "Sink Committer: table-equipment_health_1min",
          "table-parking_occupancy_15min",
          "table-parking_occupancy_15min: Sink pre-commit aggregator:"
              + " table-parking_occupancy_15min",
          "Sink Committer: table-parking_occupancy_15min",
          "table-readings",
          "table-readings: Sink pre-commit aggregator: table-readings",
          "Sink Committer: table-readings",
          "table-rejected",
          "table-rejected: Sink pre-commit aggregator: table-rejected",
          "Sink Committer: table-rejected",
          "table-repeated",
          "table-repeated: Sink pre-commit aggregator: table-repeated",
          "Sink Committer: table-repeated",
          "table-site_activity_15min",
          "table-site_activity_15min: Sink pre-commit aggregator: table-site_activity_15min",
          "Sink Committer: table-site_activity_15min",
          "topic-readings",
          "Sink Committer: topic-readings",
          "topic-rejected",
          "Sink Committer: topic-rejected",
          "topic-live-readings",
          "Sink Committer: topic-live-readings");

  @TempDir Path warehouse;

  @Test
  void namesEveryOperatorAsApproved() throws Exception {
    TreeSet<String> uids = new TreeSet<>();
    for (StreamNode node : graph().getStreamNodes()) {
      assertThat(node.getTransformationUID()).as(node.getOperatorName()).isNotBlank();
      uids.add(node.getTransformationUID());
    }

    assertThat(uids).containsExactlyElementsOf(new TreeSet<>(APPROVED));
  }

  @Test
  void canBeScaledOutAlike() throws Exception {
    for (StreamNode node : graph().getStreamNodes()) {
      assertThat(node.getMaxParallelism())
          .as(node.getOperatorName())
          .isIn(StrictExecution.MAX_PARALLELISM, 1, -1);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void writesNoTypeWithKryo(Class<?> type) {
    Configuration strict = new Configuration();
    strict.set(PipelineOptions.GENERIC_TYPES, false);

    TypeInformation<?> information = TypeInformation.of(type);

    assertThat(information).isInstanceOf(PojoTypeInfo.class);
    assertThat(information.createSerializer(new SerializerConfigImpl(strict))).isNotNull();
  }

  static Stream<Class<?>> types() {
    List<Class<?>> types =
        new ArrayList<>(
            List.of(
                RawMessage.class,
                DecodedReading.class,
                TaggedReading.class,
                Rejected.class,
                Repeated.class,
                SessionChange.class,
                LiveUpdate.class,
                GatewaySession.class,
                SeriesBinding.class,
                SessionPositions.class,
                WindowProgress.class));
    DatasetPlans.RECIPES.stream().map(WindowRecipe::totalsClass).forEach(types::add);
    return types.stream();
  }

  private StreamGraph graph() throws Exception {
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment(new Configuration());
    StrictExecution.apply(environment);
    environment.setParallelism(2);
    List<DatasetPlan<?>> plans = DatasetPlans.of(ContractLibrary.builtIn().all());
    Tables tables =
        Tables.open(
            CatalogLoader.hadoop(
                "nagare",
                new org.apache.hadoop.conf.Configuration(),
                Map.of("warehouse", warehouse.toUri().toString())));
    Pipeline.Streams streams =
        Pipeline.define(
            RawSource.read(environment, "127.0.0.1:1"),
            QualityParameters.of(ProfileLibrary.builtIn()),
            plans);
    PipelineApp.writeTopics(streams, "127.0.0.1:1");
    PipelineApp.writeTables(streams, tables);
    return environment.getStreamGraph();
  }
}
