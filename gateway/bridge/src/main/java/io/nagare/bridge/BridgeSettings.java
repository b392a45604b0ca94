package io.nagare.bridge;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the bridge is started with.
 *
 * @param mqtt the MQTT broker, {@code tcp://host:port} or {@code ssl://host:port}
 * @param mqttCredentials user and password, if the broker asks for them
 * @param kafkaServers Kafka's bootstrap servers, {@code host:port} separated by commas
 * @param topic the Kafka topic for payloads
 * @param hostId the Sparkplug host id that gateways wait for
 * @param statusBind the address of the status page
 * @param statusPort the port of the status page; 0 takes a free one
 * @param kafkaPatience how long Kafka may confirm nothing before gateways are told to spool
 * @param maxInFlightBytes how much may wait for Kafka before receiving pauses
 */
record BridgeSettings(
    URI mqtt,
    Optional<Credentials> mqttCredentials,
    String kafkaServers,
    String topic,
    String hostId,
    String statusBind,
    int statusPort,
    Duration kafkaPatience,
    int maxInFlightBytes) {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final int HIGHEST_PORT = 65_535;

  /** A user of the MQTT broker. */
  record Credentials(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /** Settings that were refused, with every problem. */
  static final class InvalidSettings extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidSettings(List<String> problems) {
      super(String.join("; ", problems));
      this.problems = List.copyOf(problems);
    }

    List<String> problems() {
      return problems;
    }
  }

  /**
   * Validates the options of the command line.
   *
   * @throws InvalidSettings with every problem at once
   */
  static BridgeSettings of(BridgeOptions options, Optional<String> password)
      throws InvalidSettings {
    List<String> problems = new ArrayList<>();
    Optional<URI> mqtt = broker(options.mqtt, problems);
    for (String server : options.kafka.split(",", -1)) {
      if (!server.matches("[^\\s:/]+:\\d{1,5}")) {
        problems.add("--kafka: found \"" + server + "\"; write host:port, separated by commas");
      }
    }
    if (!options.hostId.matches("[^/+#\\s]+")) {
      problems.add(
          "--host-id: found \"" + options.hostId + "\"; write an id without space, /, + and #");
    }
    if (!options.topic.matches("[A-Za-z0-9._-]{1,249}")) {
      problems.add("--topic: found \"" + options.topic + "\"; use letters, digits, . _ and -");
    }
    atLeast("--status-port", options.statusPort, 0, HIGHEST_PORT, problems);
    atLeast("--kafka-patience-seconds", options.kafkaPatienceSeconds, 1, 600, problems);
    atLeast("--max-in-flight-mebibytes", options.maxInFlightMebibytes, 1, 512, problems);
    if (options.mqttUser.isPresent() != password.isPresent()) {
      problems.add("--mqtt-user and NAGARE_MQTT_PASSWORD: only one is set; set both or neither");
    }
    if (!problems.isEmpty() || mqtt.isEmpty()) {
      throw new InvalidSettings(problems);
    }
    return new BridgeSettings(
        mqtt.get(),
        options.mqttUser.flatMap(user -> password.map(secret -> new Credentials(user, secret))),
        options.kafka,
        options.topic,
        options.hostId,
        options.statusBind,
        options.statusPort,
        Duration.ofSeconds(options.kafkaPatienceSeconds),
        options.maxInFlightMebibytes * MEBIBYTE);
  }

  private static void atLeast(
      String option, int found, int lowest, int highest, List<String> problems) {
    if (found < lowest || found > highest) {
      problems.add("%s: found %d; allowed is %d to %d".formatted(option, found, lowest, highest));
    }
  }

  private static Optional<URI> broker(String text, List<String> problems) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("tcp") || scheme.equals("ssl"))
          && uri.getHost() != null
          && uri.getPort() > 0
          && uri.getPort() <= HIGHEST_PORT) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException notAnAddress) {
      // Said below, together with an address of another form.
    }
    problems.add(
        "--mqtt: found \"" + text + "\"; write tcp://host:port, or ssl://host:port for TLS");
    return Optional.empty();
  }

  /** The MQTT broker's host. */
  String mqttHost() {
    return mqtt.getHost();
  }

  /** The MQTT broker's port. */
  int mqttPort() {
    return mqtt.getPort();
  }

  /** Whether the MQTT broker is spoken to over TLS. */
  boolean mqttTls() {
    return mqtt.getScheme().equalsIgnoreCase("ssl");
  }
}
