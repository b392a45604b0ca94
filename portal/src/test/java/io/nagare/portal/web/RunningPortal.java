package io.nagare.portal.web;

import io.nagare.contracts.ContractLibrary;
import io.nagare.portal.live.HandFeed;
import io.nagare.portal.tables.LakeSettings;
import io.nagare.profiles.ProfileLibrary;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;

/** A whole portal on a free port, with a live feed that the test feeds by hand. */
final class RunningPortal implements AutoCloseable {
  /** Nothing listens there: the portal must live with it. */
  static final LakeSettings NO_TABLES =
      new LakeSettings("jdbc:postgresql://127.0.0.1:1/nagare", "nagare", "/nowhere");

  final HandFeed feed = new HandFeed();
  private final Portal portal;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningPortal(LakeSettings tables, Path files, Clock clock) {
    this(tables, files, clock, 0);
  }

  RunningPortal(LakeSettings tables, Path files, Clock clock, int port) {
    portal =
        new Portal(
            feed, tables, ProfileLibrary.builtIn(), ContractLibrary.builtIn().all(), files, clock);
    portal.start("127.0.0.1", port);
  }

  int port() {
    return portal.port();
  }

  void publish() {
    portal.publications().refresh();
  }

  String url(String path) {
    return "http://127.0.0.1:" + portal.port() + path;
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> download(String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> head(String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).method("HEAD", BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    portal.close();
  }
}
