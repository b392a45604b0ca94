package io.nagare.bridge;

import io.nagare.sparkplug.MalformedPayload;
import io.nagare.sparkplug.MessageType;
import io.nagare.sparkplug.SparkplugTopic;
import io.nagare.sparkplug.SpoolBatch;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a message: MQTT → what the acknowledgement needs → Kafka → receipt to its gateway.
 *
 * <p>One per session; {@link #accept} is called by one thread, in the order of arrival.
 */
final class Forwarder {
  private static final Logger log = LoggerFactory.getLogger(Forwarder.class);

  /** One topic per device, so this holds a large site; beyond it the oldest is worked out again. */
  private static final int ROUTES_KEPT = 20_000;

  private final KafkaWriter kafka;
  private final Gateways gateways;
  private final CommandChannel commands;
  private final Counts counts;
  private final Clock clock;
  private final LongSupplier monotonicMillis;
  private final Map<String, Route> routes =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Route> eldest) {
          return size() > ROUTES_KEPT;
        }
      };

  Forwarder(
      KafkaWriter kafka,
      Gateways gateways,
      CommandChannel commands,
      Counts counts,
      Clock clock,
      LongSupplier monotonicMillis) {
    this.kafka = kafka;
    this.gateways = gateways;
    this.commands = commands;
    this.counts = counts;
    this.clock = clock;
    this.monotonicMillis = monotonicMillis;
  }

  /** Takes one message to Kafka; waits while as much is in flight as may be. */
  void accept(String topic, byte[] payload) throws InterruptedException {
    long receivedAt = clock.millis();
    counts.received().increment();
    Route route = routes.computeIfAbsent(topic, Route::of);
    if (route.sparkplug().isEmpty()) {
      counts.unreadable().increment();
      kafka.write(route, payload, receivedAt, inKafka -> {});
      return;
    }
    SparkplugTopic sparkplug = route.sparkplug().get();
    Gateway gateway = gateways.of(sparkplug.group(), sparkplug.node());
    Optional<SpoolBatch> readings = readingsOf(sparkplug.type(), payload, gateway, route);
    gateway.sent(receivedAt);
    kafka.write(route, payload, receivedAt, inKafka -> settle(gateway, readings, inKafka));
  }

  /** Sends every command that is due; called at the pace of the receipts. */
  void sendDueCommands() {
    for (Gateway gateway : gateways.all()) {
      gateway.command(commands, monotonicMillis.getAsLong(), clock, counts);
    }
  }

  private Optional<SpoolBatch> readingsOf(
      MessageType type, byte[] payload, Gateway gateway, Route route) {
    try {
      Payload seen = PayloadScan.scan(payload);
      switch (type) {
        case NBIRTH -> gateway.born(seen, monotonicMillis.getAsLong());
        case NDEATH -> gateway.died(seen);
        case DDATA -> {
          Optional<SpoolBatch> readings = SpoolBatch.of(seen);
          gateway.received(seen.getSeq(), readings);
          return readings;
        }
        default -> gateway.received(seen.getSeq(), Optional.empty());
      }
    } catch (MalformedPayload malformed) {
      counts.unreadable().increment();
      log.debug("{}: {}; goes to Kafka as it is", route.topic(), malformed.getMessage());
    }
    return Optional.empty();
  }

  private void settle(Gateway gateway, Optional<SpoolBatch> readings, boolean inKafka) {
    if (inKafka) {
      counts.delivered().increment();
      gateway.delivered(readings);
      gateway.command(commands, monotonicMillis.getAsLong(), clock, counts);
    } else {
      counts.failed().increment();
      gateway.failed();
    }
  }
}
