package io.nagare.edge.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers {@code GET /status} with JSON, on the loopback address only. */
public final class StatusServer implements AutoCloseable {
  private static final int BACKLOG = 16;

  private final HttpServer server;
  private final ExecutorService threads;
  private final ObjectMapper json = new ObjectMapper();

  private StatusServer(HttpServer server, Supplier<GatewayStatus> status) {
    this.server = server;
    this.threads = Executors.newFixedThreadPool(2, task -> daemon(task));
    server.setExecutor(threads);
    server.createContext("/status", exchange -> answer(exchange, status));
  }

  /**
   * Starts to listen.
   *
   * @param port 0 takes a free one
   * @throws IOException if the port cannot be had
   */
  public static StatusServer open(int port, Supplier<GatewayStatus> status) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    StatusServer server = new StatusServer(HttpServer.create(address, BACKLOG), status);
    server.server.start();
    return server;
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange, Supplier<GatewayStatus> status) throws IOException {
    try (exchange) {
      boolean known = exchange.getRequestURI().getPath().equals("/status");
      boolean get = exchange.getRequestMethod().equals("GET");
      if (!known || !get) {
        exchange.sendResponseHeaders(known ? 405 : 404, -1);
        return;
      }
      byte[] body = json.writeValueAsBytes(status.get());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "status");
    thread.setDaemon(true);
    return thread;
  }
}
