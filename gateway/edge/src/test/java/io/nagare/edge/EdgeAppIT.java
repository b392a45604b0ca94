package io.nagare.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.sparkplug.MessageType;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as the process that it is, killed and started again. */
class EdgeAppIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROWS = 200_000;

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();
  private int runs;

  @AfterEach
  void endProcesses() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void losesAndRepeatsNothingWhenItIsKilledAgainAndAgain() throws Exception {
    try (EmbeddedBroker broker = new EmbeddedBroker(folder.resolve("broker"));
        TestHost host = new TestHost(broker, "site", "gw", 1).online()) {
      int statusPort = freePort();
      Path settings = settings(broker.address(), statusPort);
      recording();

      for (int kill = 0; kill < 3; kill++) {
        int atLeast = host.readings().size() + ROWS / 10;
        Process edge = start("run", "--settings", settings.toString());
        Awaitility.await().atMost(PATIENCE).until(() -> host.readings().size() > atLeast);
        edge.destroyForcibly().waitFor();
      }
      Process last = start("run", "--settings", settings.toString());
      Awaitility.await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () -> {
                JsonNode status = status(statusPort);
                return status.at("/sources/0/state").asText().equals("finished")
                    && status.at("/spool/committed").asLong()
                        == status.at("/counts/accepted").asLong();
              });

      assertThat(status(statusPort).at("/counts").toString())
          .isEqualTo(
              "{\"offered\":%d,\"refused\":%d,\"accepted\":%d}"
                  .formatted(ROWS, ROWS / 100, ROWS - ROWS / 100));
      List<Double> expected =
          LongStream.range(0, ROWS).filter(i -> i % 100 != 7).mapToObj(i -> (double) i).toList();
      assertThat(host.readings().values().stream().map(Metric::getDoubleValue).toList())
          .isEqualTo(expected);

      last.destroy();
      assertThat(last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(output()).contains("gateway stopped");
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> host.heard().get(host.heard().size() - 1).type() == MessageType.NDEATH);
    }
  }

  @Test
  void exitsWithEveryProblemOfItsSettings() throws Exception {
    Path settings = folder.resolve("gateway.yaml");
    Files.writeString(settings, "site: {id: s}\ngateway: g\n");

    Process edge = start("run", "--settings", settings.toString());

    assertThat(edge.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(edge.exitValue()).isEqualTo(EdgeApp.EXIT_WRONG_SETTINGS);
    assertThat(output().lines())
        .hasSizeGreaterThanOrEqualTo(4)
        .allMatch(line -> line.startsWith(settings.toString()))
        .anyMatch(line -> line.contains("site.country is missing"));
  }

  @Test
  void namesThePortThatItCannotHave() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path settings = settings("tcp://127.0.0.1:1", taken.getLocalPort());
      recording();

      Process edge = start("run", "--settings", settings.toString());

      assertThat(edge.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(edge.exitValue()).isEqualTo(EdgeApp.EXIT_PORT_TAKEN);
      assertThat(output()).contains("status.port is " + taken.getLocalPort());
    }
  }

  @Test
  void refusesADataFolderThatAnotherGatewayUses() throws Exception {
    Path settings = settings("tcp://127.0.0.1:1", 0);
    recording();
    Process first = start("run", "--settings", settings.toString());
    Awaitility.await().atMost(PATIENCE).until(() -> output().contains("ready after"));

    Process second = start("run", "--settings", settings.toString());

    assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(EdgeApp.EXIT_CANNOT_START);
    assertThat(output()).contains("another gateway process uses");
    assertThat(first.isAlive()).isTrue();
  }

  @Test
  void checksARecordingSetAndPrintsNothingButJson() throws Exception {
    recording();

    Process check = start("check-recordings", folder.resolve("set").toString());

    assertThat(check.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(check.exitValue()).isZero();
    assertThat(output().strip())
        .isEqualTo(
            "{\"site\":{\"id\":\"site\",\"country\":\"JP\",\"zone\":\"Asia/Tokyo\"},"
                + "\"gateways\":[\"gw\"]}");
  }

  private Path settings(String mqtt, int statusPort) throws IOException {
    Path file = folder.resolve("gateway.yaml");
    Files.writeString(
        file,
        """
        site: {id: site, country: JP}
        gateway: gw
        data: %s
        status: {port: %d}
        mqtt: {servers: ["%s"], primaryHost: nagare}
        recordings: {directory: %s}
        """
            .formatted(folder.resolve("data"), statusPort, mqtt, folder.resolve("set")));
    return file;
  }

  /** One value a row, its own number; one in a hundred is no number. */
  private void recording() throws IOException {
    Path set = Files.createDirectories(folder.resolve("set"));
    Files.writeString(
        set.resolve("recordings.yaml"),
        """
        site: {id: site, country: JP, zone: Asia/Tokyo}
        recordings:
          - gateway: gw
            files: [rows.csv]
            time: {column: t, pattern: epoch-seconds}
            rows: one-device
            device: {id: m, profile: generic/machine-monitor}
            measurements: {vibration: v}
        """);
    StringBuilder rows = new StringBuilder("t,v\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append(1_600_000_000L + i).append(',').append(i % 100 == 7 ? "?" : i).append('\n');
    }
    Files.writeString(set.resolve("rows.csv"), rows);
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath(),
                EdgeApp.class.getName()));
    command.addAll(List.of(arguments));
    runs++;
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log-" + runs).toFile())
            .start();
    started.add(process);
    return process;
  }

  /** The class path of the tests, without their quieter logging. */
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> entries = new ArrayList<>(List.of(all.split(File.pathSeparator, -1)));
    entries.removeIf(entry -> entry.endsWith("test-classes"));
    return String.join(File.pathSeparator, entries);
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("log-" + runs));
  }

  private static JsonNode status(int port) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/status");
    return new ObjectMapper()
        .readTree(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
