package io.nagare.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulator against a real CoAP server. */
class SimulatorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private int port;
  private Simulator simulator;
  private ControlPage control;
  private Thread running;

  @BeforeEach
  void startSimulator() throws Exception {
    port = freeUdpPort();
    simulator =
        new Simulator(
            SimulatorSettings.of(1, List.of("mall-gw=127.0.0.1:" + port), 0, 20),
            Clock.systemUTC());
    control = ControlPage.start(0, simulator);
    running = new Thread(this::run, "simulator");
    running.start();
  }

  private void run() {
    try {
      simulator.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @AfterEach
  void stopSimulator() throws InterruptedException {
    running.interrupt();
    running.join();
    control.close();
    simulator.close();
  }

  @Test
  void postsOneValidPackPerDeviceAndTick() {
    long begin = System.currentTimeMillis();
    try (TestGateway gateway = new TestGateway(port, 0)) {
      await("all 15 devices", () -> devices(gateway).size() == 15);

      JsonNode pack = gateway.packsOf("room-01").get(0);
      assertThat(pack.isArray()).isTrue();
      assertThat(pack.findValuesAsText("n")).containsExactly("temperature", "humidity", "co2");
      assertThat(pack.path(0).path("bt").decimalValue().movePointRight(3).longValueExact())
          .isBetween(begin - 60_000, begin + 60_000);
      assertThat(pack.path(2).path("v").isNumber()).isTrue();
      assertThat(gateway.packs()).allSatisfy(one -> assertThat(one.path(0).has("bn")).isTrue());
    }
  }

  @Test
  void keepsTheOrderOfADeviceWhenTheGatewayIsBusyOrLate() {
    // Reports pile up before anybody listens; then the first answers are 5.03.
    await("reports wait", () -> simulator.status().get(0).pending() > 30);
    try (TestGateway gateway = new TestGateway(port, 5)) {
      await("caught up", () -> gateway.packsOf("beacon-01").size() > 8);
      assertThat(gateway.packsOf("beacon-01"))
          .extracting(pack -> pack.path(0).path("bt").decimalValue())
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void stopsAndStartsASource() throws Exception {
    try (TestGateway gateway = new TestGateway(port, 0)) {
      await("reports", () -> !gateway.packsOf("room-02").isEmpty());

      assertThat(post("/sources/room-02/stop")).isEqualTo(204);
      await("nothing on its way", () -> source("room-02").path("pending").asInt() == 0);
      int before = gateway.packsOf("room-02").size();
      int others = gateway.packsOf("room-01").size();
      await("others go on", () -> gateway.packsOf("room-01").size() > others + 3);
      assertThat(gateway.packsOf("room-02")).hasSize(before);
      assertThat(source("room-02").path("running").asBoolean()).isFalse();

      assertThat(post("/sources/room-02/start")).isEqualTo(204);
      await("reports again", () -> gateway.packsOf("room-02").size() > before);
    }
  }

  @Test
  void saysWhichSourceDoesNotExist() throws Exception {
    assertThat(post("/sources/machine-99/stop")).isEqualTo(404);
    assertThat(post("/sources")).isEqualTo(405);
  }

  private static List<String> devices(TestGateway gateway) {
    return gateway.packs().stream().map(p -> p.path(0).path("bn").asText()).distinct().toList();
  }

  private JsonNode source(String device) throws Exception {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(page("/sources")).build());
    for (JsonNode source : JSON.readTree(answer.body())) {
      if (source.path("id").asText().equals(device)) {
        return source;
      }
    }
    throw new AssertionError("no source " + device + " in " + answer.body());
  }

  private int post(String path) throws Exception {
    return send(HttpRequest.newBuilder(page(path))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build())
        .statusCode();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI page(String path) {
    return URI.create("http://127.0.0.1:" + control.port() + path);
  }

  private static void await(String what, Callable<Boolean> holds) {
    Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(holds);
  }

  private static int freeUdpPort() throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return socket.getLocalPort();
    }
  }
}
