package io.nagare.bridge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of the Kafka producer: idempotent, {@code acks=all}, with a bound on what is in flight.
 *
 * <p>It never mends itself: after the first failed write, or when nothing was confirmed for longer
 * than the patience, {@link #trouble} says so, and whoever opened it closes it and opens another.
 */
final class KafkaWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KafkaWriter.class);

  /** A record that exceeds what Kafka takes; the topic is created with the same bound. */
  static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

  private final String topic;
  private final Duration patience;
  private final int maxInFlightBytes;
  private final LongSupplier monotonicMillis;
  private final Producer<byte[], byte[]> producer;
  private final Semaphore freeBytes;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Queue<Flight> flights = new ConcurrentLinkedQueue<>();
  private volatile Optional<String> failure = Optional.empty();

  /** Told once whether Kafka holds a message. */
  @FunctionalInterface
  interface Settled {
    void settled(boolean inKafka);
  }

  /** Opens a producer; that Kafka answers was seen before. */
  static KafkaWriter open(BridgeSettings settings, LongSupplier monotonicMillis) {
    return new KafkaWriter(
        settings, new KafkaProducer<>(producerSettings(settings)), monotonicMillis);
  }

  private KafkaWriter(
      BridgeSettings settings, Producer<byte[], byte[]> producer, LongSupplier monotonicMillis) {
    this.topic = settings.topic();
    this.patience = settings.kafkaPatience();
    this.maxInFlightBytes = settings.maxInFlightBytes();
    this.freeBytes = new Semaphore(maxInFlightBytes, true);
    this.producer = producer;
    this.monotonicMillis = monotonicMillis;
  }

  private static Map<String, Object> producerSettings(BridgeSettings settings) {
    return Map.ofEntries(
        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafkaServers()),
        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "nagare-bridge-" + settings.hostId()),
        Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
        Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
        // The patience decides when Kafka counts as away; a single write must not give up earlier.
        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000),
        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000),
        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.kafkaPatience().toMillis()),
        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 2),
        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024),
        Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES),
        // Twice the bound, so that a write waits for the bound and never for the buffer.
        Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * settings.maxInFlightBytes()));
  }

  /**
   * Hands a message to Kafka; waits while as many bytes are in flight as may be.
   *
   * @param settled told, by another thread or this one, whether Kafka holds the message
   */
  void write(Route route, byte[] payload, long receivedAt, Settled settled)
      throws InterruptedException {
    int bytes = Math.min(payload.length + 1, maxInFlightBytes);
    freeBytes.acquire(bytes);
    Flight flight = new Flight(monotonicMillis.getAsLong());
    flights.add(flight);
    inFlight.incrementAndGet();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, null, null, route.key(), payload, headers(route, receivedAt));
    try {
      var ignored =
          producer.send(
              record,
              (metadata, problem) -> land(flight, bytes, settled, Optional.ofNullable(problem)));
    } catch (InterruptException interrupted) {
      land(flight, bytes, settled, Optional.of(interrupted));
      throw new InterruptedException("interrupted while Kafka was written to");
    } catch (KafkaException | IllegalStateException refused) {
      land(flight, bytes, settled, Optional.of(refused));
    }
  }

  private static List<Header> headers(Route route, long receivedAt) {
    return List.of(
        new RecordHeader("topic", route.topicHeader()),
        new RecordHeader(
            "received-at", Long.toString(receivedAt).getBytes(StandardCharsets.UTF_8)));
  }

  private void land(Flight flight, int bytes, Settled settled, Optional<Exception> problem) {
    if (!flight.land()) {
      return;
    }
    inFlight.decrementAndGet();
    freeBytes.release(bytes);
    problem.ifPresent(this::note);
    settled.settled(problem.isEmpty());
  }

  private synchronized void note(Exception problem) {
    if (problem instanceof RecordTooLargeException) {
      // A new producer would refuse it again: only this message's readings stay unacknowledged.
      log.error(
          "a payload exceeds what Kafka takes ({}); raise max.message.bytes of topic {} and"
              + " message.max.bytes of the broker, or send smaller batches",
          problem.getMessage(),
          topic);
      return;
    }
    if (failure.isEmpty()) {
      failure = Optional.of(problem.toString());
    }
  }

  /** Why this producer must be replaced; empty while it serves. */
  Optional<String> trouble() {
    Flight oldest = flights.peek();
    while (oldest != null && oldest.landed) {
      flights.poll();
      oldest = flights.peek();
    }
    if (failure.isPresent() || oldest == null) {
      return failure;
    }
    long waited = monotonicMillis.getAsLong() - oldest.since;
    return waited <= patience.toMillis()
        ? Optional.empty()
        : Optional.of("nothing was confirmed for " + waited + " ms");
  }

  /** How many messages Kafka has not confirmed yet. */
  int inFlightMessages() {
    return inFlight.get();
  }

  /** How many bytes of payload Kafka has not confirmed yet. */
  int inFlightBytes() {
    return maxInFlightBytes - freeBytes.availablePermits();
  }

  /** Ends the producer at once; what is not confirmed yet counts as not taken. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  private static final class Flight {
    private final long since;
    private volatile boolean landed;

    private Flight(long since) {
      this.since = since;
    }

    private synchronized boolean land() {
      boolean first = !landed;
      landed = true;
      return first;
    }
  }
}
