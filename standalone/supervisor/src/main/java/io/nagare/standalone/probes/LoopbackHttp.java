package io.nagare.standalone.probes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a part on 127.0.0.1 over HTTP. */
public final class LoopbackHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONNECT_MILLIS = 250;
  private static final int READ_MILLIS = 750;
  private static final int LONG_READ_MILLIS = 60_000;

  private LoopbackHttp() {}

  /** Whether a GET is answered with a status below 400 within a second. */
  public static boolean answers(int port, String path) {
    try {
      HttpURLConnection connection = open(port, path, READ_MILLIS);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status < 400;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The JSON that a GET is answered with within a second; empty if it is not. */
  public static Optional<JsonNode> get(int port, String path) {
    try {
      return Optional.of(read(open(port, path, READ_MILLIS)));
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }

  /** The JSON that a GET is answered with within a minute. */
  public static JsonNode getPatiently(int port, String path) throws IOException {
    return read(open(port, path, LONG_READ_MILLIS));
  }

  /** The JSON that a POST of JSON is answered with within a minute. */
  public static JsonNode post(int port, String path, JsonNode body) throws IOException {
    HttpURLConnection connection = open(port, path, LONG_READ_MILLIS);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.toString().getBytes(StandardCharsets.UTF_8));
    }
    return read(connection);
  }

  private static HttpURLConnection open(int port, String path, int readMillis) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(readMillis);
    return connection;
  }

  private static JsonNode read(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status >= 400) {
      String answer = "";
      try (InputStream error = connection.getErrorStream()) {
        answer = error == null ? "" : new String(error.readAllBytes(), StandardCharsets.UTF_8);
      }
      throw new IOException(connection.getURL() + " answered " + status + ": " + answer.strip());
    }
    try (InputStream in = connection.getInputStream()) {
      return JSON.readTree(in);
    }
  }
}
