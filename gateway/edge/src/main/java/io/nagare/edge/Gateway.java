package io.nagare.edge;

import io.nagare.edge.admission.RefusedLog;
import io.nagare.edge.coap.CoapEntrance;
import io.nagare.edge.coap.CoapSource;
import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.DeviceRegistry;
import io.nagare.edge.recording.Recording;
import io.nagare.edge.recording.RecordingSource;
import io.nagare.edge.session.EdgeSession;
import io.nagare.edge.session.NodeIdentity;
import io.nagare.edge.settings.GatewaySettings;
import io.nagare.edge.settings.GatewaySettings.Recordings;
import io.nagare.edge.spool.SourceState;
import io.nagare.edge.spool.Spool;
import io.nagare.edge.spool.SpoolLimits;
import io.nagare.edge.status.GatewayStatus;
import io.nagare.edge.status.StatusServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A running gateway: sources → admission → spool → session, wired by hand. */
public final class Gateway implements AutoCloseable {
  private final GatewaySettings settings;
  private final FolderLock lock;
  private final Spool spool;
  private final RefusedLog refusedLog;
  private final EdgeSession session;
  private final Optional<CoapSource> coapSource;
  private final Optional<CoapEntrance> coapEntrance;
  private final List<RecordingSource> recordings;
  private final StatusServer statusServer;
  private final ScheduledExecutorService housekeeping;

  private Gateway(GatewaySettings settings, Clock clock) throws IOException {
    Closing undo = new Closing();
    try {
      Path data = settings.data();
      this.settings = settings;
      this.lock = undo.add(FolderLock.take(data));
      this.spool =
          undo.add(
              Spool.open(
                  data.resolve("spool"), SpoolLimits.ofMaxBytes(settings.spoolMaxBytes()), clock));
      this.refusedLog = undo.add(new RefusedLog(data.resolve("refused.log"), clock));
      this.coapSource =
          settings
              .coap()
              .map(
                  coap ->
                      new CoapSource(
                          registry(settings), spool, refusedLog, clock, coap.maxPayloadBytes()));
      this.recordings = recordings(settings, spool, refusedLog, clock);
      this.session = undo.add(session(settings, spool, clock));
      this.statusServer =
          undo.add(
              Ports.listen(
                  "status.port",
                  settings.statusPort(),
                  () -> StatusServer.open(settings.statusPort(), this::status)));
      this.coapEntrance =
          coapSource.isPresent() && settings.coap().isPresent()
              ? Optional.of(undo.add(entrance(settings.coap().get(), coapSource.get())))
              : Optional.empty();
      this.housekeeping = Executors.newSingleThreadScheduledExecutor();
    } catch (IOException | RuntimeException failed) {
      undo.close();
      throw failed;
    }
  }

  /**
   * Starts a gateway.
   *
   * @throws Ports.PortTaken if a port cannot be had
   * @throws IOException if the data folder cannot be used
   */
  public static Gateway start(GatewaySettings settings, Clock clock) throws IOException {
    Gateway gateway = new Gateway(settings, clock);
    gateway.session.start();
    gateway.recordings.forEach(RecordingSource::start);
    gateway.coapSource.ifPresent(
        source -> {
          ScheduledFuture<?> unused =
              gateway.housekeeping.scheduleWithFixedDelay(
                  source::flushCounts, 1, 1, TimeUnit.SECONDS);
        });
    return gateway;
  }

  /** What the gateway says of itself now. */
  public GatewayStatus status() {
    List<GatewayStatus.Source> sources = new ArrayList<>();
    coapSource.ifPresent(
        source ->
            sources.add(
                GatewayStatus.Source.of(
                    "coap", "running", spool.source(CoapSource.ID), spool.problem())));
    for (RecordingSource source : recordings) {
      sources.add(
          GatewayStatus.Source.of(
              "recording",
              source.state().name().toLowerCase(Locale.ROOT),
              spool.source(source.id()),
              source.message()));
    }
    EdgeSession.Status now = session.status();
    return new GatewayStatus(
        settings.site(),
        settings.gateway(),
        new GatewayStatus.Session(now.state(), now.since().toString()),
        new GatewayStatus.SpoolState(
            spool.epoch(),
            spool.next(),
            spool.committed(),
            spool.bytes(),
            spool.problem().orElse(null)),
        counts(),
        sources);
  }

  /** Where devices post readings; empty without CoAP. */
  public Optional<Integer> coapPort() {
    return coapEntrance.map(entrance -> entrance.address().getPort());
  }

  /** Where the status is. */
  public int statusPort() {
    return statusServer.port();
  }

  /** Stops the sources, writes what waits, and leaves the broker with an NDEATH. */
  @Override
  public void close() {
    coapEntrance.ifPresent(CoapEntrance::close);
    housekeeping.shutdownNow();
    recordings.forEach(RecordingSource::close);
    coapSource.ifPresent(CoapSource::flushCounts);
    session.close();
    spool.close();
    refusedLog.close();
    statusServer.close();
    lock.close();
  }

  private GatewayStatus.Counts counts() {
    long offered = 0;
    long refused = 0;
    for (SourceState source : spool.sources().values()) {
      offered += source.offered();
      refused += source.refused();
    }
    return new GatewayStatus.Counts(offered, refused, spool.next());
  }

  private static DeviceRegistry registry(GatewaySettings settings) {
    List<Device> devices = new ArrayList<>(settings.devices());
    settings
        .recordings()
        .ifPresent(all -> all.recordings().forEach(one -> devices.addAll(one.devices())));
    return new DeviceRegistry(devices);
  }

  private static List<RecordingSource> recordings(
      GatewaySettings settings, Spool spool, RefusedLog refusedLog, Clock clock) {
    List<RecordingSource> sources = new ArrayList<>();
    if (settings.recordings().isPresent()) {
      Recordings replayed = settings.recordings().get();
      for (Recording recording : replayed.recordings()) {
        sources.add(new RecordingSource(recording, replayed.replay(), spool, refusedLog, clock));
      }
    }
    return List.copyOf(sources);
  }

  private static EdgeSession session(GatewaySettings settings, Spool spool, Clock clock) {
    GatewaySettings.Mqtt mqtt = settings.mqtt();
    return new EdgeSession(
        new EdgeSession.Settings(
            new NodeIdentity(settings.site(), settings.gateway()),
            mqtt.servers(),
            mqtt.primaryHost(),
            mqtt.windowBytes()),
        settings.devices(),
        spool,
        settings.data(),
        clock,
        () -> ThreadLocalRandom.current().nextDouble());
  }

  private static CoapEntrance entrance(GatewaySettings.Coap coap, CoapSource source)
      throws IOException {
    return Ports.listen(
        "coap.port",
        coap.address().getPort(),
        () -> CoapEntrance.open(coap.address(), coap.maxPayloadBytes(), source));
  }
}
