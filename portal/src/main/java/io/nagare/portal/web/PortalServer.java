package io.nagare.portal.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The portal's addresses, and what every answer carries. */
public final class PortalServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PortalServer.class);

  /**
   * Everything comes from this portal, nothing is written into the page: a text that a device sends
   * can never run.
   */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                  + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
                  + " frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin");

  private static final int MAX_BODY = 1 << 20;

  private final Javalin javalin;

  PortalServer(
      Pages pages,
      LiveRoutes live,
      CkanRoutes ckan,
      DownloadRoutes downloads,
      Assets assets,
      StatusReport status) {
    this.javalin =
        Javalin.create(
            config -> {
              configure(config);
              RoutesConfig routes = config.routes;
              routes.before(PortalServer::addHeaders);
              routes.get("/", pages::live);
              routes.get("/datasets", pages::datasets);
              routes.get("/datasets/{id}", pages::dataset);
              routes.get("/datasets/{id}/{file}", downloads::serve);
              routes.head("/datasets/{id}/{file}", downloads::serve);
              routes.get("/status", pages::status);
              routes.get("/health", context -> json(context, status.health().toString()));
              routes.get("/assets/{name}", assets::serve);
              routes.get("/api/live", live::snapshot);
              routes.before("/live/events", live::checkRoom);
              routes.sse("/live/events", live::follow);
              for (String prefix : new String[] {"/api/action/", "/api/3/action/"}) {
                routes.get(prefix + "{action}", ckan::get);
                routes.post(prefix + "{action}", ckan::post);
              }
              routes.exception(
                  HttpResponseException.class,
                  (failed, context) -> fail(pages, context, failed.getStatus(), failed));
              routes.exception(
                  Exception.class, (failed, context) -> fail(pages, context, 500, failed));
            });
  }

  /**
   * Begins to answer.
   *
   * @throws io.javalin.util.JavalinBindException if the port is in use
   */
  public void start(String host, int port) {
    javalin.start(host, port);
  }

  /** The port it answers on. */
  public int port() {
    return javalin.port();
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    // a download's Content-Length must be the size that the catalog tells
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.maxRequestSize = MAX_BODY;
    config.router.ignoreTrailingSlashes = true;
  }

  private static void addHeaders(Context context) {
    HEADERS.forEach(context::header);
  }

  private static void fail(Pages pages, Context context, int code, Exception failed) {
    if (code >= 500) {
      LOG.error("{} {} failed", context.method(), context.path(), failed);
    }
    addHeaders(context);
    if (context.path().startsWith("/api/") || context.path().startsWith("/live/")) {
      context.status(code);
      json(context, "{\"error\": \"%s\"}".formatted(code == 404 ? "not found" : "failed"));
    } else {
      pages.error(context, code);
    }
  }

  private static void json(Context context, String body) {
    context.contentType("application/json; charset=utf-8").result(body);
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
