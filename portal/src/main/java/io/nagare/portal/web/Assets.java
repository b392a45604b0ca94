package io.nagare.portal.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that pages load: a fixed list, read once. Nothing else of the class path can be had.
 */
public final class Assets {
  private static final String OWN = "/portal/assets/";

  /** Address → place on the class path. */
  private static final Map<String, String> FILES =
      Map.of(
          "portal.css", OWN + "portal.css",
          "live.css", OWN + "live.css",
          "live.js", OWN + "live.js",
          "freshness.js", OWN + "freshness.js",
          "morph.js", OWN + "morph.js",
          "icons.svg", OWN + "icons.svg",
          "favicon.svg", OWN + "favicon.svg",
          "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

  private final Map<String, Asset> assets = new TreeMap<>();

  private record Asset(byte[] bytes, String mediaType, String tag) {}

  /**
   * Reads all of them.
   *
   * @throws IllegalStateException if one is missing from the class path: a defect of the build
   */
  public Assets() {
    FILES.forEach((name, place) -> assets.put(name, read(name, place)));
  }

  /** Answers {@code /assets/<name>}. */
  public void serve(Context context) {
    Asset asset = assets.get(context.pathParam("name"));
    if (asset == null) {
      throw new NotFoundResponse();
    }
    // no-cache: the browser asks each time, and the tag spares it the bytes
    context.header(Header.CACHE_CONTROL, "no-cache").header(Header.ETAG, asset.tag());
    if (asset.tag().equals(context.header(Header.IF_NONE_MATCH))) {
      context.status(304);
      return;
    }
    context.contentType(asset.mediaType()).result(asset.bytes());
  }

  private static Asset read(String name, String place) {
    try (InputStream in = Assets.class.getResourceAsStream(place)) {
      if (in == null) {
        throw new IllegalStateException(place + " is missing from the class path");
      }
      byte[] bytes = in.readAllBytes();
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new Asset(bytes, mediaType(name), '"' + hash.substring(0, 16) + '"');
    } catch (IOException unreadable) {
      throw new UncheckedIOException(place, unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }

  private static String mediaType(String name) {
    if (name.endsWith(".css")) {
      return "text/css; charset=utf-8";
    }
    return name.endsWith(".svg") ? "image/svg+xml" : "text/javascript; charset=utf-8";
  }
}
