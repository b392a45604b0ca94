package io.nagare.standalone.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.standalone.processes.RunRecord;
import io.nagare.standalone.processes.Supervision;
import io.nagare.standalone.processes.SupervisionListener;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import io.nagare.standalone.settings.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL, Kafka and the MQTT broker as real processes. */
class StoresIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final PortPlan PORTS = new PortPlan(23_300);

  @TempDir private Path folder;

  @Test
  void theStoresKeepWhatTheyHoldOverSigkillAndOverAStop() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    data.create();
    List<String> events = new CopyOnWriteArrayList<>();

    Supervision first = begin(data, events);
    assertThat(first.awaitAllReady(LIMIT)).isTrue();
    update("CREATE TABLE kept (n int)");
    update("INSERT INTO kept VALUES (42)");
    String cluster = Files.readString(data.kafka().resolve("meta.properties"));
    pids(data).forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    await().atMost(LIMIT).until(() -> events.stream().filter("ready"::equals).count() == 6);
    assertThat(kept()).isEqualTo(42);
    first.end();
    assertThat(events).filteredOn("killed"::equals).isEmpty();

    Supervision second = begin(data, events);
    assertThat(second.awaitAllReady(LIMIT)).isTrue();
    assertThat(kept()).isEqualTo(42);
    assertThat(data.kafka().resolve("meta.properties")).hasContent(cluster);
    second.end();
    assertThat(pids(data)).isEmpty();
  }

  private static Supervision begin(DataFolder data, List<String> events) throws CannotStart {
    Installation installation = Installation.in(ProjectFolder.find());
    Supervision supervision =
        new Supervision(
            List.of(
                new Postgres(installation, data, PORTS.postgresql()).plan(),
                new KafkaBroker(installation, data, PORTS).plan(),
                MqttBroker.plan(installation, data, PORTS)),
            data.logs(),
            new RunRecord(data.run().resolve("processes.json")),
            Clock.systemUTC(),
            new Events(events));
    supervision.begin();
    return supervision;
  }

  private static List<Long> pids(DataFolder data) throws IOException {
    JsonNode list =
        new ObjectMapper().readTree(Files.readAllBytes(data.run().resolve("processes.json")));
    List<Long> pids = new ArrayList<>();
    list.forEach(entry -> pids.add(entry.path("pid").asLong()));
    return pids;
  }

  private static void update(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static int kept() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n FROM kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(Postgres.uri(PORTS.postgresql()), Postgres.USER, "");
  }

  private record Events(List<String> list) implements SupervisionListener {
    @Override
    public void starting(String name) {}

    @Override
    public void ready(String name, Duration took) {
      System.out.println(name + " ready after " + took.toMillis() + " ms");
      list.add("ready");
    }

    @Override
    public void died(String name, String cause, int time) {
      list.add("died " + name + " " + cause);
    }

    @Override
    public void gaveUp(String name, String cause, List<String> lastLines) {
      list.add("gave up " + name + " " + lastLines);
    }

    @Override
    public void refused(String name, List<String> lastLines) {
      list.add("refused " + name + " " + lastLines);
    }

    @Override
    public void stopping(String name) {}

    @Override
    public void stopped(String name, boolean killed) {
      list.add(killed ? "killed" : "stopped");
    }
  }
}
