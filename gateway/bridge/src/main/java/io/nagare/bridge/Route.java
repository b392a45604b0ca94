package io.nagare.bridge;

import io.nagare.sparkplug.SparkplugTopic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where the messages of one MQTT topic go in Kafka.
 *
 * @param topic the MQTT topic as it came
 * @param sparkplug what it says; empty if it is not a Sparkplug topic
 * @param key the record key, {@code <site>/<gateway>}: one gateway's messages keep their order
 * @param topicHeader the value of the header {@code topic}
 */
@SuppressWarnings("ArrayRecordComponent") // handed to Kafka as they are; never compared
record Route(String topic, Optional<SparkplugTopic> sparkplug, byte[] key, byte[] topicHeader) {

  /** The route of an MQTT topic that one of the bridge's filters matched. */
  static Route of(String topic) {
    String[] levels = topic.split("/", -1);
    String key = levels.length > 3 ? levels[1] + "/" + levels[3] : topic;
    return new Route(
        topic,
        SparkplugTopic.parse(topic),
        key.getBytes(StandardCharsets.UTF_8),
        topic.getBytes(StandardCharsets.UTF_8));
  }
}
