package io.nagare.bridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The Kafka topic that payloads go to: seen to be there, or made, before a gateway is let in. */
final class RawTopic {
  /** Gateways are spread over the partitions by their key; the pipeline reads them in parallel. */
  static final int PARTITIONS = 4;

  private static final int ANSWER_MILLIS = 5_000;

  /** Kafka is mostly asked while it starts: a second between attempts would be lost. */
  private static final int RECONNECT_MILLIS = 200;

  private RawTopic() {}

  /**
   * Asks Kafka for the topic and makes it if it is not there.
   *
   * @return why it could not be had; empty if it is there
   */
  static Optional<String> ensure(BridgeSettings settings) throws InterruptedException {
    try (Admin admin = Admin.create(adminSettings(settings))) {
      if (!exists(admin, settings.topic())) {
        create(admin, settings.topic());
      }
      return Optional.empty();
    } catch (ExecutionException refused) {
      return Optional.of(String.valueOf(refused.getCause()));
    } catch (TimeoutException | KafkaException unanswered) {
      return Optional.of(unanswered.toString());
    }
  }

  private static Map<String, Object> adminSettings(BridgeSettings settings) {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        settings.kafkaServers(),
        AdminClientConfig.CLIENT_ID_CONFIG,
        "nagare-bridge-admin-" + settings.hostId(),
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        ANSWER_MILLIS,
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
        ANSWER_MILLIS,
        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
        RECONNECT_MILLIS);
  }

  private static boolean exists(Admin admin, String topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(2L * ANSWER_MILLIS, TimeUnit.MILLISECONDS)
          .containsKey(topic);
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw refused;
    }
  }

  private static void create(Admin admin, String topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    NewTopic wanted =
        new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())
            .configs(
                Map.of(
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(KafkaWriter.MAX_RECORD_BYTES)));
    try {
      admin.createTopics(List.of(wanted)).all().get(2L * ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException refused) {
      if (!(refused.getCause() instanceof TopicExistsException)) {
        throw refused;
      }
    }
  }
}
