package io.nagare.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simulator's HTTP page on 127.0.0.1: {@code GET /sources}, {@code POST /sources/<device>/stop}
 * and {@code POST /sources/<device>/start}.
 */
final class ControlPage implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SWITCH = Pattern.compile("/sources/([^/]+)/(stop|start)");

  private final HttpServer server;
  private final Simulator simulator;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "control-page");
            thread.setDaemon(true);
            return thread;
          });

  private ControlPage(HttpServer server, Simulator simulator) {
    this.server = server;
    this.simulator = simulator;
  }

  /**
   * Starts to serve.
   *
   * @throws IOException if the port cannot be had
   */
  static ControlPage start(int port, Simulator simulator) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ControlPage page = new ControlPage(HttpServer.create(address, 0), simulator);
    page.server.setExecutor(page.executor);
    page.server.createContext("/", page::handle);
    page.server.start();
    return page;
  }

  /** The port that it serves on. */
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Matcher wanted = SWITCH.matcher(path);
      if (path.equals("/sources")) {
        if (allows(exchange, "GET")) {
          answer(exchange, 200, sources());
        }
      } else if (!wanted.matches()) {
        answer(
            exchange, 404, problem("there is no " + path + "; GET /sources lists what there is"));
      } else if (allows(exchange, "POST")) {
        toggle(exchange, wanted.group(1), wanted.group(2).equals("start"));
      }
    }
  }

  private void toggle(HttpExchange exchange, String device, boolean running) throws IOException {
    if (simulator.setRunning(device, running)) {
      exchange.sendResponseHeaders(204, -1);
    } else {
      answer(exchange, 404, problem("no source is named \"" + device + "\"; see GET /sources"));
    }
  }

  private static boolean allows(HttpExchange exchange, String method) throws IOException {
    if (exchange.getRequestMethod().equals(method)) {
      return true;
    }
    exchange.getResponseHeaders().set("Allow", method);
    exchange.sendResponseHeaders(405, -1);
    return false;
  }

  private static void answer(HttpExchange exchange, int code, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
  }

  private byte[] sources() throws JsonProcessingException {
    ArrayNode all = JSON.createArrayNode();
    for (Simulator.SourceStatus source : simulator.status()) {
      ObjectNode one = all.addObject();
      one.put("id", source.id());
      one.put("gateway", source.gateway());
      one.put("profile", source.profile());
      one.put("running", source.running());
      one.put("accepted", source.accepted());
      one.put("refused", source.refused());
      if (source.lastAcceptedAt() > 0) {
        one.put("lastAcceptedAt", Instant.ofEpochMilli(source.lastAcceptedAt()).toString());
      }
      one.put("pending", source.pending());
    }
    return JSON.writeValueAsBytes(all);
  }

  private static byte[] problem(String text) {
    return JSON.createObjectNode().put("problem", text).toString().getBytes(StandardCharsets.UTF_8);
  }
}
