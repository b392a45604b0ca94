package io.nagare.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.sparkplug.HostState;
import io.nagare.sparkplug.MessageType;
import io.nagare.sparkplug.SparkplugTopic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge as a process between a real MQTT broker and a real Kafka, with kills and freezes. */
class BridgeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger TESTS = new AtomicInteger();

  @TempDir static Path folder;

  private static Brokers brokers;

  private final int test = TESTS.incrementAndGet();
  private final String hostId = "host-" + test;
  private final String site = "site-" + test;
  private int statusPort;
  private ChildProcess bridge;
  private TestGateway gateway;

  @BeforeAll
  static void startBrokers() throws Exception {
    brokers = Brokers.start(folder);
  }

  @AfterAll
  static void stopBrokers() {
    brokers.close();
  }

  @BeforeEach
  void startBridge() throws IOException {
    statusPort = ChildProcess.freePort();
    gateway = new TestGateway(brokers.mqttPort(), hostId, site, "gw");
    bridge =
        new ChildProcess(
            ChildProcess.ownClassPath(),
            BridgeApp.class.getName(),
            folder.resolve("bridge-" + test + ".log"),
            List.of(
                "--mqtt=tcp://127.0.0.1:" + brokers.mqttPort(),
                "--kafka=127.0.0.1:" + brokers.kafkaPort(),
                "--host-id=" + hostId,
                "--status-port=" + statusPort,
                "--kafka-patience-seconds=2"));
    await("host online", gateway::seesHostOnline);
  }

  @AfterEach
  void stopBridge() {
    gateway.close();
    bridge.close();
  }

  @Test
  void takesEveryPayloadToKafkaAsItCameAndInOrder() {
    gateway.birth(0);
    List<byte[]> sent = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      sent.add(gateway.data("device-" + i % 7, i * 10L, i * 10L + 10));
    }
    byte[] garbage = {(byte) 0xFF, 1, 2, 3};
    gateway.raw("device-1", garbage);
    sent.add(garbage);

    await("all acknowledged", () -> gateway.committed() == 5_000);
    List<ConsumerRecord<byte[], byte[]>> records = recordsOf(site + "/gw", sent.size() + 1);
    assertThat(header(records.get(0), "topic"))
        .isEqualTo(SparkplugTopic.ofNode(site, MessageType.NBIRTH, "gw").text());
    assertThat(header(records.get(1), "topic")).isEqualTo("spBv1.0/" + site + "/DDATA/gw/device-0");
    assertThat(Long.parseLong(header(records.get(1), "received-at"))).isPositive();
    assertThat(records.subList(1, records.size()))
        .extracting(ConsumerRecord::value)
        .containsExactlyElementsOf(sent);
    assertThat(status()).contains("\"unreadable\":1", "\"committed\":5000", "\"state\":\"online\"");
  }

  @Test
  void acknowledgesOnlyUpToTheFirstGap() {
    gateway.birth(100);
    gateway.data("d", 100, 110);
    gateway.data("d", 120, 130);
    await("up to the gap", () -> gateway.committed() == 110);

    gateway.data("d", 110, 120);
    await("gap closed", () -> gateway.committed() == 130);
    assertThat(gateway.receipts())
        .allSatisfy(receipt -> assertThat(receipt.epoch()).isEqualTo(TestGateway.EPOCH))
        .noneMatch(receipt -> receipt.committed() > 110 && receipt.committed() < 130);
  }

  @Test
  void asksForBirthsOfAGatewayThatItDoesNotKnowAndAcknowledgesWhatCameBefore() {
    gateway.data("d", 40, 60);
    await("rebirth wanted", () -> !gateway.rebirths().isEmpty());
    assertThat(gateway.receipts()).isEmpty();

    gateway.birth(40);
    await("acknowledged", () -> gateway.committed() == 60);
  }

  @Test
  void leavesOfflineWithTheTimestampOfItsBirthWhenItIsKilled() throws Exception {
    HostState birth = last(gateway.states());

    bridge.kill();

    await("offline", () -> !gateway.seesHostOnline());
    assertThat(last(gateway.states())).isEqualTo(new HostState(false, birth.timestampMillis()));
  }

  @Test
  void saysOfflineBeforeItStops() throws Exception {
    HostState birth = last(gateway.states());

    bridge.terminate();

    await("offline", () -> !gateway.seesHostOnline());
    assertThat(last(gateway.states()).timestampMillis()).isGreaterThan(birth.timestampMillis());
    assertThat(bridge.output()).contains("stopped").doesNotContain("Exception");
  }

  @Test
  void goesOfflineWhileKafkaIsFrozenAndAcknowledgesNothingMeanwhile() throws Exception {
    gateway.birth(0);
    gateway.data("d", 0, 10);
    await("acknowledged", () -> gateway.committed() == 10);

    brokers.kafka().signal("STOP");
    try {
      gateway.data("d", 10, 20);
      await("offline", () -> !gateway.seesHostOnline());
      assertThat(gateway.committed()).isEqualTo(10);
      await("says why", () -> status().contains("\"state\":\"waiting-for-kafka\""));
    } finally {
      brokers.kafka().signal("CONT");
    }

    await("online again", gateway::seesHostOnline);
    gateway.birth(10);
    gateway.data("d", 10, 20);
    await("acknowledged", () -> gateway.committed() == 20);
  }

  @Test
  void comesBackAfterKafkaCrashed() throws Exception {
    gateway.birth(0);
    brokers.kafka().kill();
    gateway.data("d", 0, 10);
    await("offline", () -> !gateway.seesHostOnline());

    brokers.kafka().startAgain();

    await("online again", gateway::seesHostOnline);
    gateway.birth(0);
    gateway.data("d", 0, 10);
    await("acknowledged", () -> gateway.committed() == 10);
  }

  @Test
  void opensANewSessionAfterTheMqttBrokerCrashed() throws Exception {
    HostState before = last(gateway.states());
    brokers.mqtt().kill();
    brokers.mqtt().startAgain();
    brokers.mqtt().awaitPort(brokers.mqttPort());

    try (TestGateway late = new TestGateway(brokers.mqttPort(), hostId, site, "late")) {
      await("online again", late::seesHostOnline);
      assertThat(last(late.states()).timestampMillis()).isGreaterThan(before.timestampMillis());
      late.birth(0);
      late.data("d", 0, 10);
      await("acknowledged", () -> late.committed() == 10);
    }
  }

  private static void await(String what, Callable<Boolean> holds) {
    Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(holds);
  }

  private static HostState last(List<HostState> states) {
    return states.get(states.size() - 1);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private String status() {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + statusPort + "/status"))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException unavailable) {
      throw new IllegalStateException("the status page does not answer", unavailable);
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> recordsOf(String key, int wanted) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + brokers.kafkaPort()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<PartitionInfo> partitions = consumer.partitionsFor("sparkplug.raw");
      assertThat(partitions).hasSize(RawTopic.PARTITIONS);
      List<TopicPartition> all =
          partitions.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Awaitility.await("records of " + key)
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        record -> {
                          if (key.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                            found.add(record);
                          }
                        });
                return found.size() >= wanted;
              });
    }
    return found;
  }
}
