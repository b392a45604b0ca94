package io.nagare.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.standalone.probes.LoopbackHttp;
import io.nagare.standalone.settings.PortPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole replay with every real part, in which parts are killed; then what is left of it.
 *
 * <p>The replay runs once, before the tests, because it takes a minute; only the last test starts
 * everything again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
  private static final PortPlan PORTS = new PortPlan(23_400);
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final int REPLAY_SECONDS = 24;

  @TempDir private static Path folder;
  private static SmallRecordings recordings;
  private static Path data;
  private static String said = "";
  private static int exit;

  @BeforeAll
  static void replayWhilePartsAreKilled() throws Exception {
    recordings = SmallRecordings.write(folder.resolve("set"), REPLAY_SECONDS);
    data = folder.resolve("data");
    try (NagareProcess demo = replay("first.json", "60")) {
      killOnce(demo, "bridge", recordings.accepted() / 8);
      killOnce(demo, "edge-pump-gw", recordings.accepted() * 3 / 8);
      killOnce(demo, "mqtt-broker", recordings.accepted() * 5 / 8);
      exit = demo.await(LIMIT);
      said = demo.errors();
    }
  }

  @Test
  @Order(1)
  void theLedgerBalancesThoughBridgeEdgeAndBrokerWereKilled() throws IOException {
    JsonNode report = report("first.json");

    assertThat(exit).as(said).isZero();
    assertThat(report.path("total").path("balanced").asBoolean()).isTrue();
    assertThat(report.path("total").path("lost").asLong()).isZero();
    assertThat(said)
        .contains("bridge died (signal 9): started again")
        .contains("edge-pump-gw died (signal 9): started again")
        .contains("mqtt-broker died (signal 9): started again");
  }

  @Test
  @Order(2)
  void theReportCountsWhatIsInTheFiles() throws IOException {
    JsonNode report = report("first.json");

    assertThat(report.path("total").path("offered").asLong()).isEqualTo(recordings.offered());
    assertThat(report.path("total").path("refused").asLong()).isEqualTo(recordings.refused());
    assertThat(report.path("total").path("accepted").asLong()).isEqualTo(recordings.accepted());
    assertThat(report.path("total").path("tabled").asLong()).isEqualTo(recordings.accepted());
    assertThat(gateway(report, SmallRecordings.PUMP_GATEWAY)).isEqualTo(recordings.pumpAccepted());
    assertThat(gateway(report, SmallRecordings.LOT_GATEWAY)).isEqualTo(recordings.lotAccepted());
    assertThat(report.path("readingsPerSecond").asLong()).isPositive();
    assertThat(report.path("startupSeconds").size()).isEqualTo(9);
    assertThat(report.path("tables").path("readings").asLong()).isEqualTo(recordings.accepted());
    assertThat(report.path("tables").path("equipment_health_1min").asLong()).isPositive();
    assertThat(report.path("tables").path("parking_occupancy_15min").asLong()).isPositive();
    assertThat(report.path("tables").path("site_activity_15min").asLong()).isPositive();
  }

  @Test
  @Order(3)
  void noPartOutlivesTheDemo() throws IOException {
    assertThat(new ObjectMapper().readTree(Files.readAllBytes(data.resolve("run/processes.json"))))
        .isEmpty();
  }

  @Test
  @Order(4)
  void theTablesOfAStoppedDemoCanBeAsked() throws Exception {
    try (NagareProcess sql =
        NagareProcess.start(
            folder,
            "sql",
            "--format",
            "csv",
            "SELECT gateway, count(*) AS n, min(flag) AS best FROM readings"
                + " GROUP BY gateway ORDER BY gateway")) {
      assertThat(sql.await(LIMIT)).as(sql.errors()).isZero();
      assertThat(sql.output().lines())
          .containsExactly(
              "gateway,n,best",
              "lot-gw," + recordings.lotAccepted() + ",1",
              "pump-gw," + recordings.pumpAccepted() + ",1");
    }
  }

  @Test
  @Order(5)
  void aQueryThatIsWrongIsToldApart() throws Exception {
    try (NagareProcess sql =
        NagareProcess.start(
            folder, "sql", "--data", data.toString(), "SELECT nothing FROM nowhere")) {
      assertThat(sql.await(LIMIT)).isEqualTo(2);
      assertThat(sql.errors()).contains("nowhere");
    }
  }

  @Test
  @Order(6)
  void startedAgainOnTheSameFolderItGoesOnAndRepeatsNothing() throws Exception {
    try (NagareProcess demo = replay("second.json", "max")) {
      assertThat(demo.await(LIMIT)).as(demo.errors()).isZero();
    }

    assertThat(report("second.json").path("total")).isEqualTo(report("first.json").path("total"));
    assertThat(report("second.json").path("tables").path("readings"))
        .isEqualTo(report("first.json").path("tables").path("readings"));
  }

  private static NagareProcess replay(String report, String speed) throws IOException {
    return NagareProcess.start(
        folder,
        "demo",
        "--recordings",
        recordings.folder().toString(),
        "--speed",
        speed,
        "--until-drained",
        "--headless",
        "--report",
        report,
        "--data",
        data.toString(),
        "--port",
        Integer.toString(PORTS.base()));
  }

  private static void killOnce(NagareProcess demo, String name, long accepted) throws IOException {
    await().atMost(LIMIT).until(() -> !demo.isAlive() || accepted() >= accepted);
    assertThat(demo.isAlive()).as(demo.errors()).isTrue();
    ProcessHandle.of(NagareProcess.pidOf(data, name)).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static long accepted() {
    return List.of(0, 1).stream()
        .flatMap(i -> LoopbackHttp.get(PORTS.gatewayStatus(i), "/status").stream())
        .mapToLong(status -> status.path("spool").path("next").asLong())
        .sum();
  }

  private static long gateway(JsonNode report, String gateway) {
    return report.path("gateways").path(gateway).path("tabled").asLong();
  }

  private static JsonNode report(String name) throws IOException {
    return new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(name)));
  }
}
