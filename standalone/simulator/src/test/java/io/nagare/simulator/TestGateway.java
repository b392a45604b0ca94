package io.nagare.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;

/** A CoAP server that takes SenML JSON at {@code /senml} and remembers it, like a gateway would. */
final class TestGateway implements AutoCloseable {
  private static final int SENML_JSON = 110;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CoapServer server;
  private final List<JsonNode> packs = new CopyOnWriteArrayList<>();
  private final AtomicInteger busy;

  /** Answers 5.03 with Max-Age 0 this many times before it takes reports. */
  TestGateway(int port, int busyAnswers) {
    this.busy = new AtomicInteger(busyAnswers);
    Configuration coap =
        new Configuration(CoapConfig.DEFINITIONS, UdpConfig.DEFINITIONS, SystemConfig.DEFINITIONS);
    this.server = new CoapServer(coap);
    server.addEndpoint(
        new CoapEndpoint.Builder()
            .setConfiguration(coap)
            .setInetSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .build());
    server.add(new SenMl());
    server.start();
  }

  int port() {
    return server.getEndpoints().get(0).getAddress().getPort();
  }

  /** What was taken, in order. */
  List<JsonNode> packs() {
    return packs;
  }

  /** The reports of one device, in order. */
  List<JsonNode> packsOf(String device) {
    return packs.stream()
        .filter(pack -> pack.path(0).path("bn").asText().equals(device + "/"))
        .toList();
  }

  @Override
  public void close() {
    server.destroy();
  }

  private final class SenMl extends CoapResource {
    private SenMl() {
      super("senml");
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      if (busy.getAndDecrement() > 0) {
        exchange.setMaxAge(0);
        exchange.respond(ResponseCode.SERVICE_UNAVAILABLE, "spool full");
        return;
      }
      try {
        if (exchange.getRequestOptions().getContentFormat() != SENML_JSON
            || !exchange.advanced().getRequest().isConfirmable()) {
          exchange.respond(ResponseCode.UNSUPPORTED_CONTENT_FORMAT);
          return;
        }
        packs.add(JSON.readTree(exchange.getRequestPayload()));
        exchange.respond(ResponseCode.CHANGED);
      } catch (IOException broken) {
        exchange.respond(ResponseCode.BAD_REQUEST, String.valueOf(broken.getMessage()));
      }
    }
  }
}
