package io.nagare.edge.coap;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;

/** The CoAP server of a gateway, plain UDP. */
public final class CoapEntrance implements AutoCloseable {
  private static final int MAX_DATAGRAM = 65_535;

  /** Room for some thousand small packs that arrive at once. */
  private static final int RECEIVE_BUFFER = 1024 * 1024;

  private final CoapServer server;
  private final CoapEndpoint endpoint;

  private CoapEntrance(CoapServer server, CoapEndpoint endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /**
   * Starts to listen.
   *
   * @param maxPayloadBytes the largest pack, also when it comes in blocks (RFC 7959)
   * @throws IOException if the port cannot be had
   */
  public static CoapEntrance open(InetSocketAddress address, int maxPayloadBytes, CoapSource source)
      throws IOException {
    Configuration configuration = configuration(maxPayloadBytes);
    CoapEndpoint endpoint =
        new CoapEndpoint.Builder()
            .setConfiguration(configuration)
            .setInetSocketAddress(address)
            .build();
    CoapServer server = new CoapServer(configuration);
    server.addEndpoint(endpoint);
    server.add(new SenmlResource(source));
    try {
      server.start();
    } catch (IllegalStateException notStarted) {
      server.destroy();
      throw new IOException("no CoAP at " + address + ": " + notStarted.getMessage(), notStarted);
    }
    return new CoapEntrance(server, endpoint);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return endpoint.getAddress();
  }

  @Override
  public void close() {
    server.destroy();
  }

  private static Configuration configuration(int maxPayloadBytes) {
    CoapConfig.register();
    UdpConfig.register();
    // "Without file": Californium would else write its properties into the working folder.
    Configuration configuration = Configuration.createStandardWithoutFile();
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, maxPayloadBytes);
    // A pack may come in one datagram as large as UDP has them; the default cuts it at 2 KiB.
    configuration.set(UdpConfig.UDP_DATAGRAM_SIZE, MAX_DATAGRAM);
    configuration.set(UdpConfig.UDP_RECEIVE_BUFFER_SIZE, RECEIVE_BUFFER);
    // The default keeps every exchange for 247 s whatever the load: measured, 2.5 M requests
    // stall a server of 6 GB. This one keeps a bounded number for each peer.
    configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    return configuration;
  }
}
