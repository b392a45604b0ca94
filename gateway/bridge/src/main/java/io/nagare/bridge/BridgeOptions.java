package io.nagare.bridge;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The bridge's command line, as text; {@link BridgeSettings} says what is allowed. */
final class BridgeOptions {
  @Option(
      names = "--mqtt",
      required = true,
      paramLabel = "URI",
      description = "MQTT broker, tcp://host:port or ssl://host:port.")
  String mqtt;

  @Option(
      names = "--mqtt-user",
      paramLabel = "NAME",
      description = "User at the MQTT broker; the password is in NAGARE_MQTT_PASSWORD.")
  Optional<String> mqttUser = Optional.empty();

  @Option(
      names = "--kafka",
      required = true,
      paramLabel = "HOST:PORT,…",
      description = "Kafka's bootstrap servers.")
  String kafka;

  @Option(
      names = "--topic",
      defaultValue = "sparkplug.raw",
      paramLabel = "NAME",
      description = "Kafka topic for payloads (default: ${DEFAULT-VALUE}).")
  String topic;

  @Option(
      names = "--host-id",
      required = true,
      paramLabel = "ID",
      description = "Sparkplug host id that gateways wait for.")
  String hostId;

  @Option(
      names = "--status-bind",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Address of the status page (default: ${DEFAULT-VALUE}).")
  String statusBind;

  @Option(
      names = "--status-port",
      required = true,
      paramLabel = "N",
      description = "Port of the status page.")
  int statusPort;

  @Option(
      names = "--kafka-patience-seconds",
      defaultValue = "10",
      paramLabel = "S",
      description =
          "How long Kafka may confirm nothing before gateways are told to spool (default:"
              + " ${DEFAULT-VALUE}).")
  int kafkaPatienceSeconds;

  @Option(
      names = "--max-in-flight-mebibytes",
      defaultValue = "32",
      paramLabel = "N",
      description =
          "How much may wait for Kafka before receiving pauses (default: ${DEFAULT-VALUE}).")
  int maxInFlightMebibytes;
}
