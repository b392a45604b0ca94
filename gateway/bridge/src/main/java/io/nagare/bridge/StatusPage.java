package io.nagare.bridge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The bridge's HTTP status: {@code GET /status} (JSON, always 200) and {@code GET /ready} (200
 * while online, else 503).
 */
final class StatusPage implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "status-page");
            thread.setDaemon(true);
            return thread;
          });

  private StatusPage(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @throws IOException if the port cannot be had
   */
  static StatusPage start(InetSocketAddress address, Supplier<BridgeStatus> status)
      throws IOException {
    StatusPage page = new StatusPage(HttpServer.create(address, 0));
    page.server.setExecutor(page.executor);
    page.server.createContext(
        "/status", exchange -> answer(exchange, "/status", 200, status.get()));
    page.server.createContext(
        "/ready",
        exchange -> {
          BridgeStatus now = status.get();
          boolean online = now.state().equals(BridgeStatus.State.ONLINE.text());
          answer(exchange, "/ready", online ? 200 : 503, now);
        });
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

  private static void answer(HttpExchange exchange, String path, int code, BridgeStatus status)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(path)) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        exchange.sendResponseHeaders(405, -1);
      } else {
        byte[] body = JSON.writeValueAsBytes(status);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(body);
        }
      }
    }
  }
}
