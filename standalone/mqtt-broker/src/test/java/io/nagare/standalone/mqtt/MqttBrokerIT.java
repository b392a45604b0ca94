package io.nagare.standalone.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MqttBrokerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endProcesses() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void carriesMessagesOnLoopbackAndStopsOnSigterm() throws Exception {
    int port = freePort();
    Process broker = start(port);
    awaitReady(broker);

    Mqtt5BlockingClient client =
        Mqtt5Client.builder().serverHost("127.0.0.1").serverPort(port).buildBlocking();
    client.connect();
    try (Mqtt5BlockingClient.Mqtt5Publishes received =
        client.publishes(MqttGlobalPublishFilter.ALL)) {
      client.subscribeWith().topicFilter("spBv1.0/+/DDATA/+/+").qos(MqttQos.AT_LEAST_ONCE).send();
      client
          .publishWith()
          .topic("spBv1.0/site/DDATA/gateway/device")
          .payload("21.5".getBytes(StandardCharsets.UTF_8))
          .send();
      assertThat(received.receive(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .hasValueSatisfying(
              message ->
                  assertThat(message.getPayloadAsBytes())
                      .asString(StandardCharsets.UTF_8)
                      .isEqualTo("21.5"));
    }
    client.disconnect();

    broker.destroy();
    assertThat(broker.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(output()).contains("mqtt-broker stopped");
  }

  @Test
  void namesTheTakenPortAndWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process broker = start(taken.getLocalPort());

      assertThat(broker.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(broker.exitValue()).isEqualTo(MqttBrokerApp.EXIT_PORT_TAKEN);
      assertThat(output().lines())
          .singleElement()
          .asString()
          .contains("port " + taken.getLocalPort(), "--port");
    }
  }

  private Process start(int port) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                MqttBrokerApp.class.getName(),
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("broker").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    started.add(process);
    return process;
  }

  private void awaitReady(Process broker) {
    Awaitility.await()
        .atMost(PATIENCE)
        .failFast(() -> assertThat(broker.isAlive()).as(output()).isTrue())
        .until(() -> output().contains("mqtt-broker ready"));
  }

  private String output() throws IOException {
    Path log = folder.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
