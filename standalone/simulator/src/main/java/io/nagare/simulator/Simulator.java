package io.nagare.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;

/** The running site: sources → player → one link per gateway → CoAP. */
final class Simulator implements AutoCloseable {
  private final CoapEndpoint endpoint;
  private final ScheduledThreadPoolExecutor timer;
  private final Player player;
  private final Map<String, GatewayLink> links = new LinkedHashMap<>();

  /**
   * One source as the control page shows it.
   *
   * @param pending reports of its gateway that are not answered yet
   * @param lastAcceptedAt event time of the last accepted report, UTC milliseconds; 0 for none
   */
  record SourceStatus(
      String id,
      String gateway,
      String profile,
      boolean running,
      long accepted,
      long refused,
      long lastAcceptedAt,
      int pending) {}

  /** A site that is ready to {@link #run}. */
  Simulator(SimulatorSettings settings, Clock clock) {
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "retry");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    this.endpoint =
        new CoapEndpoint.Builder()
            .setConfiguration(coap())
            .setInetSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .build();
    this.player = new Player(clock);
    DemoSite.of(settings.seed(), settings.rate())
        .byGateway()
        .forEach(
            (gateway, sources) ->
                Optional.ofNullable(settings.gateways().get(gateway))
                    .ifPresent(address -> connect(gateway, sources, address)));
  }

  private void connect(String gateway, List<Source> sources, InetSocketAddress address) {
    GatewayLink link = new GatewayLink(gateway, address, endpoint, timer);
    links.put(gateway, link);
    player.add(gateway, sources, link::post);
  }

  /** CoAP for a handful of gateways on the same machine: few threads, and quick to notice them. */
  private static Configuration coap() {
    Configuration coap =
        new Configuration(CoapConfig.DEFINITIONS, UdpConfig.DEFINITIONS, SystemConfig.DEFINITIONS);
    // The same message every 250 ms for 10 s: a gateway that starts late is found at once, and one
    // that is only slow recognises the repeat, so a report is not taken twice.
    coap.set(CoapConfig.ACK_TIMEOUT, 250, TimeUnit.MILLISECONDS);
    coap.set(CoapConfig.ACK_INIT_RANDOM, 1.2f);
    coap.set(CoapConfig.ACK_TIMEOUT_SCALE, 1f);
    coap.set(CoapConfig.MAX_RETRANSMIT, 40);
    coap.set(CoapConfig.DEDUPLICATOR, CoapConfig.NO_DEDUPLICATOR);
    coap.set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1);
    coap.set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1);
    coap.set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1);
    return coap;
  }

  /** Lets the sources report until the thread is interrupted. */
  void run() throws IOException, InterruptedException {
    endpoint.start();
    while (!Thread.currentThread().isInterrupted()) {
      TimeUnit.MILLISECONDS.sleep(Math.max(1, player.playDue()));
    }
  }

  /**
   * Stops a source, or starts it again.
   *
   * @return false if there is no such source
   */
  boolean setRunning(String device, boolean running) {
    return player.setRunning(device, running);
  }

  /** All sources. */
  List<SourceStatus> status() {
    List<SourceStatus> all = new ArrayList<>();
    for (Player.Part part : player.parts()) {
      Optional.ofNullable(links.get(part.gateway())).ifPresent(link -> all.add(status(part, link)));
    }
    return all;
  }

  private static SourceStatus status(Player.Part part, GatewayLink link) {
    Tally tally = link.tally(part.source().device());
    return new SourceStatus(
        part.source().device(),
        part.gateway(),
        part.source().profile(),
        part.running(),
        tally.accepted().get(),
        tally.refused().get(),
        tally.lastAcceptedAt().get(),
        link.pending());
  }

  @Override
  public void close() {
    timer.shutdownNow();
    endpoint.destroy();
  }
}
