package io.nagare.portal.live;

import io.nagare.portal.live.FeedState.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the compacted topic {@code live.readings} from its beginning, without a consumer group, so
 * that every portal sees every series. It waits for a broker or topic that is not there, and reads
 * everything again after the topic was made anew.
 */
public final class KafkaLiveFeed implements LiveFeed {
  /** The compacted topic with the newest reading of every series. */
  public static final String TOPIC = "live.readings";

  private static final Logger LOG = LoggerFactory.getLogger(KafkaLiveFeed.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(2);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration CLOSE = Duration.ofSeconds(1);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final String servers;
  private final Clock clock;
  private final Thread thread;
  private volatile FeedState state;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile LiveMap map = new LiveMap();

  /** A feed from the brokers {@code host:port,…}. */
  public KafkaLiveFeed(String servers, Clock clock) {
    this.servers = servers;
    this.clock = clock;
    this.state = new FeedState(Phase.WAITING, clock.instant(), "not started");
    this.thread = new Thread(this::run, "live-feed");
    thread.setDaemon(true);
  }

  @Override
  public void start(LiveMap target) {
    map = target;
    thread.start();
  }

  @Override
  public FeedState state() {
    return state;
  }

  @Override
  public void close() {
    ended.countDown();
    KafkaConsumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    try {
      thread.join(CLOSE.multipliedBy(3).toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed()) {
      KafkaConsumer<byte[], byte[]> opened = new KafkaConsumer<>(settings());
      consumer = opened;
      try {
        read(opened, assign(opened));
      } catch (WakeupException end) {
        LOG.debug("the live feed was woken up to end", end);
      } catch (KafkaException failed) {
        enter(Phase.WAITING, "Kafka at %s: %s".formatted(servers, failed.getMessage()));
        pause();
      } finally {
        consumer = null;
        // a broker that is away is not waited for
        opened.close(CloseOptions.timeout(CLOSE));
      }
    }
  }

  private boolean closed() {
    return ended.getCount() == 0;
  }

  /** Waits until the topic is there. */
  private List<TopicPartition> assign(KafkaConsumer<byte[], byte[]> open) {
    while (true) {
      List<PartitionInfo> partitions = open.partitionsFor(TOPIC, PROBE_TIMEOUT);
      if (!partitions.isEmpty()) {
        List<TopicPartition> all =
            partitions.stream().map(p -> new TopicPartition(TOPIC, p.partition())).toList();
        open.assign(all);
        open.seekToBeginning(all);
        return all;
      }
      enter(Phase.NO_TOPIC, "topic " + TOPIC + " does not exist yet");
      pause();
      if (closed()) {
        throw new WakeupException();
      }
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> open, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = open.endOffsets(partitions, PROBE_TIMEOUT);
    enter(Phase.CATCHING_UP, TOPIC);
    Instant probed = clock.instant();
    while (!closed()) {
      for (ConsumerRecord<byte[], byte[]> message : open.poll(POLL)) {
        accept(message);
      }
      if (state.phase() == Phase.CATCHING_UP && reached(open, ends)) {
        enter(Phase.LIVE, TOPIC);
      }
      if (Duration.between(probed, clock.instant()).compareTo(PROBE_EVERY) >= 0) {
        // poll() hides a broker that is away; this question does not
        Map<TopicPartition, Long> now = open.endOffsets(partitions, PROBE_TIMEOUT);
        if (now.values().stream().mapToLong(Long::longValue).sum()
            < ends.values().stream().mapToLong(Long::longValue).sum()) {
          throw new KafkaException("topic " + TOPIC + " was made anew");
        }
        ends = now;
        probed = clock.instant();
      }
    }
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> open, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> open.position(end.getKey()) >= end.getValue());
  }

  private void accept(ConsumerRecord<byte[], byte[]> message) {
    byte[] value = message.value();
    if (value != null) {
      LiveReadingJson.parse(value)
          .ifPresentOrElse(
              map::put, () -> LOG.warn("{} offset {} is no live reading", TOPIC, message.offset()));
      return;
    }
    key(message.key()).ifPresent(map::remove);
  }

  /** The key of a record that tells a series to be forgotten. */
  private static Optional<SeriesKey> key(byte @Nullable [] bytes) {
    if (bytes == null) {
      return Optional.empty();
    }
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split("/", -1);
    return parts.length == 4
        ? Optional.of(new SeriesKey(parts[0], parts[1], parts[2], parts[3]))
        : Optional.empty();
  }

  private void enter(Phase phase, String detail) {
    if (state.phase() != phase || !state.detail().equals(detail)) {
      LOG.info("live feed {}: {}", phase.id(), detail);
      Instant since = state.phase() == phase ? state.since() : clock.instant();
      state = new FeedState(phase, since, detail);
    }
  }

  private void pause() {
    try {
      if (ended.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("the live feed ends");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      ended.countDown();
    }
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "nagare-portal-" + UUID.randomUUID());
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // the sink may write in transactions: show nothing that could be taken back
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
    return settings;
  }
}
