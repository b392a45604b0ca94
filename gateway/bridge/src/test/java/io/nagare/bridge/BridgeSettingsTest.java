package io.nagare.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BridgeSettingsTest {
  @Test
  void takesTheShortestCommandLine() throws Exception {
    BridgeSettings settings =
        BridgeSettings.of(
            parse(
                "--mqtt=tcp://127.0.0.1:8082",
                "--kafka=127.0.0.1:8081",
                "--host-id=nagare",
                "--status-port=8089"),
            Optional.empty());

    assertThat(settings.mqttHost()).isEqualTo("127.0.0.1");
    assertThat(settings.mqttPort()).isEqualTo(8082);
    assertThat(settings.mqttTls()).isFalse();
    assertThat(settings.topic()).isEqualTo("sparkplug.raw");
    assertThat(settings.kafkaPatience()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.statusBind()).isEqualTo("127.0.0.1");
  }

  @Test
  void listsEveryProblemAtOnce() {
    assertThatExceptionOfType(BridgeSettings.InvalidSettings.class)
        .isThrownBy(
            () ->
                BridgeSettings.of(
                    parse(
                        "--mqtt=127.0.0.1:8082",
                        "--kafka=a:1,b",
                        "--host-id=a/b",
                        "--topic=x y",
                        "--status-port=70000",
                        "--kafka-patience-seconds=0",
                        "--max-in-flight-mebibytes=4096",
                        "--mqtt-user=me"),
                    Optional.empty()))
        .satisfies(
            invalid ->
                assertThat(invalid.problems())
                    .hasSize(8)
                    .anySatisfy(p -> assertThat(p).contains("--mqtt:", "tcp://host:port"))
                    .anySatisfy(p -> assertThat(p).contains("--kafka:", "\"b\""))
                    .anySatisfy(p -> assertThat(p).contains("--status-port: found 70000")));
  }

  @Test
  void neverPrintsThePassword() throws Exception {
    BridgeSettings settings =
        BridgeSettings.of(
            parse(
                "--mqtt=ssl://broker.example:8883",
                "--kafka=kafka:9092",
                "--host-id=nagare",
                "--status-port=0",
                "--mqtt-user=bridge"),
            Optional.of("secret"));

    assertThat(settings.mqttTls()).isTrue();
    assertThat(settings.toString()).contains("bridge").doesNotContain("secret");
  }

  private static BridgeOptions parse(String... arguments) {
    BridgeOptions options = new BridgeOptions();
    new CommandLine(new WithOptions(options)).parseArgs(arguments);
    return options;
  }

  private static final class WithOptions {
    @CommandLine.Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private final BridgeOptions options;

    private WithOptions(BridgeOptions options) {
      this.options = options;
    }
  }
}
