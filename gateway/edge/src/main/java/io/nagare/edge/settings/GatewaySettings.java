package io.nagare.edge.settings;

import io.nagare.edge.reading.Device;
import io.nagare.edge.recording.Recording;
import io.nagare.edge.recording.Replay;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a gateway is told, checked as a whole before anything starts.
 *
 * @param site the site's id, Sparkplug's group
 * @param country ISO 3166-1 code of two letters
 * @param gateway the gateway's id, Sparkplug's edge node
 * @param data the folder that is this gateway's alone
 * @param statusPort TCP port of the status on the loopback address; 0 takes a free one
 * @param mqtt where readings go
 * @param spoolMaxBytes how much disk the spool may take
 * @param coap where devices post readings; empty for none
 * @param devices the enrolled devices
 * @param recordings what is replayed; empty for nothing
 */
public record GatewaySettings(
    String site,
    String country,
    String gateway,
    Path data,
    int statusPort,
    Mqtt mqtt,
    long spoolMaxBytes,
    Optional<Coap> coap,
    List<Device> devices,
    Optional<Recordings> recordings) {

  /** Keeps a copy of the devices. */
  public GatewaySettings {
    devices = List.copyOf(devices);
  }

  /**
   * Where readings go.
   *
   * @param servers {@code tcp://host:port} or {@code ssl://host:port}, tried in turn
   * @param primaryHost id of the host application without which nothing is sent
   * @param windowBytes how much data may be under way without receipt
   */
  public record Mqtt(List<URI> servers, String primaryHost, long windowBytes) {}

  /**
   * Where devices post readings.
   *
   * @param address UDP; port 0 takes a free one
   * @param maxPayloadBytes the largest pack
   */
  public record Coap(InetSocketAddress address, int maxPayloadBytes) {}

  /**
   * What is replayed.
   *
   * @param recordings of this gateway, with their columns resolved
   * @param replay how fast, and with which times
   */
  public record Recordings(List<Recording> recordings, Replay replay) {}
}
