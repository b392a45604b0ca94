package io.nagare.bridge;

import io.nagare.sparkplug.MessageType;
import io.nagare.sparkplug.MetricNames;
import io.nagare.sparkplug.Metrics;
import io.nagare.sparkplug.SparkplugTopic;
import io.nagare.sparkplug.SpoolBatch;
import io.nagare.sparkplug.SpoolCommitted;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/** One edge node as the bridge knows it: {@link AcknowledgementRules} behind a lock. */
final class Gateway {
  private final String site;
  private final String name;
  private final String commandTopic;
  private final AcknowledgementRules rules;
  private long messages;
  private long lastMessageMillis;

  Gateway(String site, String name, AcknowledgementRules.Pace pace) {
    this.site = site;
    this.name = name;
    this.commandTopic = SparkplugTopic.ofNode(site, MessageType.NCMD, name).text();
    this.rules = new AcknowledgementRules(pace);
  }

  /** Takes in an NBIRTH's content. */
  synchronized void born(Payload birth, long now) {
    Optional<Long> connection = Metrics.findInt64(birth, MetricNames.BD_SEQ);
    rules.born(SpoolCommitted.parse(birth), birth.getSeq(), optional(connection), now);
  }

  /** Takes in an NDEATH's content. */
  synchronized void died(Payload death) {
    rules.died(optional(Metrics.findInt64(death, MetricNames.BD_SEQ)));
  }

  /** Takes in the sequence number of any other message, and the readings of a DDATA. */
  synchronized void received(long seq, Optional<SpoolBatch> batch) {
    rules.received(seq, batch);
  }

  /** Counts a message that goes to Kafka. */
  synchronized void sent(long wallClockMillis) {
    rules.sent();
    messages++;
    lastMessageMillis = wallClockMillis;
  }

  /** Kafka has the message. */
  synchronized void delivered(Optional<SpoolBatch> batch) {
    rules.delivered(batch);
  }

  /** Kafka refused the message. */
  synchronized void failed() {
    rules.failed();
  }

  /** The bridge's own session ended. */
  synchronized void hostLeft() {
    rules.hostLeft();
  }

  /** Sends the commands that are due. */
  void command(CommandChannel channel, long now, Clock clock, Counts counts) {
    Optional<SpoolCommitted> receipt;
    boolean rebirth;
    synchronized (this) {
      receipt = rules.receiptDue(now);
      rebirth = rules.rebirthDue(now);
    }
    long wallClockMillis = clock.millis();
    if (receipt.isPresent()) {
      channel.send(commandTopic, receipt.get().toCommand(wallClockMillis));
      counts.receipts().increment();
    }
    if (rebirth) {
      channel.send(commandTopic, rebirthCommand(wallClockMillis));
      counts.rebirthRequests().increment();
    }
  }

  /** What the status page shows of it. */
  synchronized BridgeStatus.GatewayStatus status() {
    return BridgeStatus.GatewayStatus.of(
        site, name, rules.online(), rules.acknowledged(), messages, lastMessageMillis);
  }

  private static byte[] rebirthCommand(long wallClockMillis) {
    return Payload.newBuilder()
        .setTimestamp(wallClockMillis)
        .addMetrics(Metrics.bool(MetricNames.REBIRTH, wallClockMillis, true))
        .build()
        .toByteArray();
  }

  private static OptionalLong optional(Optional<Long> value) {
    return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
