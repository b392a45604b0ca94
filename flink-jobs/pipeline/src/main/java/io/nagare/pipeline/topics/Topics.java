package io.nagare.pipeline.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The Kafka topics that the job reads and writes. Their names are public. */
public final class Topics {
  /** Messages as received; key site/gateway. */
  public static final String RAW = "sparkplug.raw";

  /** Tagged readings, Protobuf {@code nagare.v1.Reading}; key site/gateway/device/measurement. */
  public static final String READINGS = "readings";

  /** What was rejected, Protobuf {@code nagare.v1.Rejected}; key site/gateway. */
  public static final String REJECTED = "rejected";

  /** The newest reading of every series, JSON; compacted; key site/gateway/device/measurement. */
  public static final String LIVE = "live.readings";

  /** The MQTT topic of a raw message, UTF-8. */
  public static final String HEADER_TOPIC = "topic";

  /** When the bridge had a raw message: milliseconds since 1970, decimal, UTF-8. */
  public static final String HEADER_RECEIVED_AT = "received-at";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Topics() {}

  /**
   * Creates the topics that are absent; those that exist stay as they are.
   *
   * @throws IllegalStateException if the broker does not answer or refuses
   */
  public static void createAbsent(String bootstrapServers, int partitions, short replication) {
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (Admin admin = Admin.create(settings)) {
      var results =
          admin.createTopics(
              List.of(
                  new NewTopic(RAW, partitions, replication),
                  new NewTopic(READINGS, partitions, replication),
                  new NewTopic(REJECTED, 1, replication),
                  new NewTopic(LIVE, 1, replication)
                      .configs(Map.of("cleanup.policy", "compact", "segment.ms", "3600000"))));
      for (var result : results.values().entrySet()) {
        try {
          result.getValue().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
          if (!(failed.getCause() instanceof TopicExistsException)) {
            throw new IllegalStateException(
                "topic " + result.getKey() + " cannot be created at " + bootstrapServers, failed);
          }
        }
      }
    } catch (TimeoutException late) {
      throw new IllegalStateException(
          "Kafka at " + bootstrapServers + " does not answer; start it first", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", interrupted);
    }
  }
}
