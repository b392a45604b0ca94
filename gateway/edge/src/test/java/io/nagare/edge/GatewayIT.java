package io.nagare.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import io.nagare.edge.settings.SettingsReader;
import io.nagare.sparkplug.MessageType;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway with a real broker, a real disk and real CoAP; the host application is the test. */
class GatewayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ROWS = 3_000;

  @TempDir static Path brokerFolder;
  private static EmbeddedBroker broker;
  private static int tests;

  @TempDir Path folder;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private String gatewayId = "gw";

  @BeforeAll
  static void startBroker() throws Exception {
    broker = new EmbeddedBroker(brokerFolder);
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @BeforeEach
  void ownGateway() {
    Awaitility.setDefaultTimeout(PATIENCE);
    gatewayId = "gw-" + ++tests;
  }

  @AfterEach
  void closeAll() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
    Awaitility.reset();
  }

  @Test
  void isBornBeforeItsDataAndNumbersEveryMessage() throws Exception {
    TestHost host = host(1).online();
    Gateway gateway = start(recordings());
    awaitDelivered(gateway, host);

    List<TestHost.Heard> heard = host.heard();
    assertThat(heard.get(0).type()).isEqualTo(MessageType.NBIRTH);
    assertThat(heard.get(1).type()).isEqualTo(MessageType.DBIRTH);
    Set<String> born = new HashSet<>();
    for (TestHost.Heard message : heard) {
      if (message.type() == MessageType.DBIRTH) {
        born.add(message.device());
      } else if (message.type() == MessageType.DDATA) {
        assertThat(born).contains(message.device());
      }
      assertThat(message.qos()).isEqualTo(MqttQos.AT_MOST_ONCE);
      assertThat(message.retained()).isFalse();
    }
    assertThat(born).containsExactlyInAnyOrder("machine-01", "p/1", "p 2", "r1");
    assertThat(heard.stream().map(message -> message.payload().getSeq()))
        .containsExactlyElementsOf(
            LongStream.range(0, heard.size()).mapToObj(i -> i % 256).toList());
  }

  @Test
  void deliversEveryReadingOfItsRecordingsOnceAcknowledgedAndFreesTheSpool() throws Exception {
    TestHost host = host(1).online();
    Gateway gateway = start(recordings());
    awaitDelivered(gateway, host);

    assertThat(host.readings().keySet())
        .containsExactlyElementsOf(LongStream.range(0, 4L * ROWS).boxed().toList());
    JsonNode status = status(gateway);
    assertThat(status.at("/counts").toString())
        .isEqualTo("{\"offered\":12000,\"refused\":0,\"accepted\":12000}");
    assertThat(status.at("/spool/committed").asLong()).isEqualTo(12_000);
    assertThat(status.at("/session/state").asText()).isEqualTo("online");
    assertThat(status.at("/sources/1/state").asText()).isEqualTo("finished");
  }

  @Test
  void sendsNothingBeforeThePrimaryHostIsThere() throws Exception {
    TestHost host = host(1).state(false, 1);
    Gateway gateway = start(recordings());
    Awaitility.await().until(() -> sessionState(gateway).equals("waiting-for-host"));
    Awaitility.await().until(() -> status(gateway).at("/counts/accepted").asLong() == 4L * ROWS);
    assertThat(host.heard()).isEmpty();

    host.state(true, 2);

    awaitDelivered(gateway, host);
    assertThat(host.readings().values()).allMatch(Metric::getIsHistorical);
  }

  @Test
  void endsItsSessionWithTheHostsAndComesBackWithTheNextNumber() throws Exception {
    TestHost host = host(1).online();
    Gateway gateway = start("");
    Awaitility.await().until(() -> sessionState(gateway).equals("online"));

    host.state(false, 0);
    assertThat(sessionState(gateway)).isEqualTo("online");
    host.state(false, 1);
    Awaitility.await().until(() -> !host.heard(MessageType.NDEATH).isEmpty());
    assertThat(host.heard(MessageType.NDEATH).get(0).payload().hasSeq()).isFalse();
    Awaitility.await().until(() -> sessionState(gateway).equals("waiting-for-host"));
    host.state(true, 2);

    Awaitility.await().until(() -> host.heard(MessageType.NBIRTH).size() == 2);
    assertThat(host.heard(MessageType.NBIRTH)).extracting(GatewayIT::bdSeq).containsExactly(0L, 1L);
    assertThat(bdSeq(host.heard(MessageType.NDEATH).get(0))).isZero();
  }

  @Test
  void repeatsItsBirthsWhenAskedInTheSameSession() throws Exception {
    TestHost host = host(1).online();
    Gateway gateway = start("");
    Awaitility.await().until(() -> host.heard(MessageType.DBIRTH).size() == 1);
    assertThat(post(gateway, "[{'n':'machine-01/temperature','v':21.5}]").getCode())
        .isEqualTo(ResponseCode.CHANGED);
    Awaitility.await().until(() -> host.readings().size() == 1);
    host.forgetMessages();

    host.askForRebirth();
    host.askForRebirth();

    Awaitility.await().until(() -> !host.heard(MessageType.DBIRTH).isEmpty());
    TestHost.Heard birth = host.heard().get(0);
    assertThat(birth.type()).isEqualTo(MessageType.NBIRTH);
    assertThat(birth.payload().getSeq()).isZero();
    assertThat(bdSeq(birth)).isZero();
    assertThat(Metrics.findInt64(birth.payload(), MetricNames.SPOOL_COMMITTED)).hasValue(1L);
    Metric temperature = Metrics.find(host.heard().get(1).payload(), "temperature").orElseThrow();
    assertThat(temperature.getDoubleValue()).isEqualTo(21.5);
  }

  @Test
  void sendsAgainWhatANewHostHasNoReceiptFor() throws Exception {
    TestHost deaf = host(1).silent().online();
    Gateway gateway = start(recordings());
    Awaitility.await().until(() -> deaf.readings().size() > 1_000);
    deaf.state(false, 1);
    deaf.close();
    opened.remove(deaf);

    TestHost host = host(2).online();

    awaitDelivered(gateway, host);
    assertThat(host.readings()).hasSize(4 * ROWS);
    assertThat(host.reading(0).getIsHistorical()).isTrue();
  }

  @Test
  void sendsAgainWhatGotLostWhenNoReceiptComes() throws Exception {
    TestHost host = host(1).silent().online();
    Gateway gateway = start("");
    Awaitility.await().until(() -> sessionState(gateway).equals("online"));
    assertThat(post(gateway, "[{'n':'machine-01/temperature','v':21.5}]").getCode())
        .isEqualTo(ResponseCode.CHANGED);

    Awaitility.await().until(() -> host.heard(MessageType.DDATA).size() >= 2);

    assertThat(host.heard(MessageType.DDATA))
        .extracting(message -> reading(message).getIsHistorical())
        .startsWith(false, true);
    host.acknowledge();
    Awaitility.await().until(() -> status(gateway).at("/spool/committed").asLong() == 1);
  }

  @Test
  void survivesABrokerThatRestarts() throws Exception {
    TestHost host = host(1).silent().online();
    Gateway gateway = start(recordings());
    Awaitility.await().until(() -> host.readings().size() > 1_000);

    broker.stop();
    opened.remove(host);
    Awaitility.await().until(() -> sessionState(gateway).equals("offline"));
    broker.start();
    TestHost after = host(2).online();

    awaitDelivered(gateway, after);
    assertThat(after.readings()).hasSize(4 * ROWS);
  }

  @Test
  void goesOnAfterARestartWithoutReadingOrCountingAnythingTwice() throws Exception {
    TestHost host = host(1).online();
    Gateway first = start(recordings());
    awaitDelivered(first, host);
    first.close();
    opened.remove(first);
    assertThat(host.heard(MessageType.NDEATH)).hasSize(1);
    host.forgetMessages();

    Gateway second = start(recordings());
    Awaitility.await().until(() -> sessionState(second).equals("online"));
    assertThat(post(second, "[{'n':'machine-01/vibration','v':1}]").getCode())
        .isEqualTo(ResponseCode.CHANGED);
    Awaitility.await().until(() -> host.readings().size() == 4 * ROWS + 1);

    assertThat(status(second).at("/counts").toString())
        .isEqualTo("{\"offered\":12001,\"refused\":0,\"accepted\":12001}");
    assertThat(host.heard(MessageType.DDATA)).hasSize(1);
    assertThat(bdSeq(host.heard(MessageType.NBIRTH).get(0))).isEqualTo(1);
  }

  @Test
  void deliversALiveReadingAtOnce() throws Exception {
    TestHost host = host(1).online();
    Gateway gateway = start("");
    Awaitility.await().until(() -> sessionState(gateway).equals("online"));
    assertThat(post(gateway, "[{'n':'machine-01/vibration','v':1}]").getCode())
        .isEqualTo(ResponseCode.CHANGED);
    Awaitility.await().until(() -> host.readings().size() == 1);

    long begin = System.nanoTime();
    assertThat(post(gateway, "[{'n':'machine-01/vibration','v':2}]").getCode())
        .isEqualTo(ResponseCode.CHANGED);
    Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> host.readings().size() == 2);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    assertThat(host.reading(1).hasIsHistorical()).isFalse();
  }

  private TestHost host(long timestamp) {
    TestHost host = new TestHost(broker, "site", gatewayId, timestamp);
    opened.add(host);
    return host;
  }

  private Gateway start(String more) throws Exception {
    Path file = folder.resolve("gateway.yaml");
    Files.writeString(
        file,
        """
        site: {id: site, country: JP}
        gateway: %s
        data: %s
        status: {port: 0}
        mqtt: {servers: ["%s"], primaryHost: nagare}
        coap: {port: 0}
        devices:
          - {id: machine-01, profile: generic/machine-monitor, area: hall-a, name: "Press 1"}
        %s
        """
            .formatted(gatewayId, folder.resolve("data"), broker.address(), more));
    Gateway gateway = Gateway.start(SettingsReader.read(file), Clock.systemUTC());
    opened.add(gateway);
    return gateway;
  }

  private String recordings() throws IOException {
    Path set = Files.createDirectories(folder.resolve("set"));
    Files.writeString(
        set.resolve("recordings.yaml"),
        """
        site: {id: site, country: JP, zone: UTC}
        recordings:
          - gateway: %s
            files: [lots.csv]
            time: {column: t, pattern: epoch-seconds}
            rows: column-per-device
            measurement: free_spaces
            profile: recorded/parking-lot-counter
          - gateway: %s
            files: [room.csv]
            time: {column: t, pattern: epoch-seconds}
            rows: one-device
            device: {id: r1, profile: recorded/room-climate}
            measurements: {temperature: a, humidity: b}
        """
            .formatted(gatewayId, gatewayId));
    StringBuilder lots = new StringBuilder("t,p/1,p 2\n");
    StringBuilder room = new StringBuilder("t,a,b\n");
    for (int i = 0; i < ROWS; i++) {
      lots.append(1_600_000_000L + i).append(',').append(i).append(',').append(-i).append('\n');
      room.append(1_600_000_000L + i).append(",20.5,").append(i % 100).append('\n');
    }
    Files.writeString(set.resolve("lots.csv"), lots);
    Files.writeString(set.resolve("room.csv"), room);
    return "recordings: {directory: " + set + "}";
  }

  private static void awaitDelivered(Gateway gateway, TestHost host) {
    Awaitility.await()
        .until(
            () -> {
              JsonNode status = status(gateway);
              return status.at("/counts/accepted").asLong() == 4L * ROWS
                  && status.at("/spool/committed").asLong() == 4L * ROWS;
            });
    assertThat(host.readings()).isNotEmpty();
  }

  private static CoapResponse post(Gateway gateway, String pack) throws Exception {
    CoapClient client =
        new CoapClient("coap://127.0.0.1:" + gateway.coapPort().orElseThrow() + "/senml");
    try {
      return client.post(pack.replace('\'', '"'), 110);
    } finally {
      client.shutdown();
    }
  }

  private static String sessionState(Gateway gateway) throws Exception {
    return status(gateway).at("/session/state").asText();
  }

  private static JsonNode status(Gateway gateway) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + gateway.statusPort() + "/status");
    return new ObjectMapper()
        .readTree(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body());
  }

  private static Metric reading(TestHost.Heard message) {
    return message.payload().getMetricsList().stream()
        .filter(Metrics::isReading)
        .findFirst()
        .orElseThrow();
  }

  private static long bdSeq(TestHost.Heard message) {
    return Metrics.findInt64(message.payload(), MetricNames.BD_SEQ).orElseThrow();
  }
}
