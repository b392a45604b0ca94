package io.nagare.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusPageTest {
  private BridgeStatus.State state = BridgeStatus.State.ONLINE;
  private StatusPage page;

  @BeforeEach
  void startPage() throws Exception {
    page =
        StatusPage.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::status);
  }

  @AfterEach
  void stopPage() {
    page.close();
  }

  @Test
  void isReadyWhileOnline() throws Exception {
    assertThat(send("GET", "/ready").statusCode()).isEqualTo(200);

    state = BridgeStatus.State.WAITING_FOR_KAFKA;
    assertThat(send("GET", "/ready").statusCode()).isEqualTo(503);
    assertThat(send("GET", "/status").body()).contains("\"state\":\"waiting-for-kafka\"");
  }

  @Test
  void leavesOutWhatItDoesNotKnow() throws Exception {
    assertThat(send("GET", "/status").body())
        .contains("\"gateway\":\"gw\"", "\"online\":false")
        .doesNotContain("epoch", "lastMessageAt", "null");
  }

  @Test
  void takesNothingButGet() throws Exception {
    assertThat(send("POST", "/status").statusCode()).isEqualTo(405);
    assertThat(send("GET", "/status/more").statusCode()).isEqualTo(404);
  }

  private BridgeStatus status() {
    return new BridgeStatus(
        "nagare",
        state.text(),
        "2026-03-02T03:00:00Z",
        null,
        "tcp://127.0.0.1:1883",
        "127.0.0.1:9092",
        "sparkplug.raw",
        Map.of(),
        Map.of(),
        List.of(BridgeStatus.GatewayStatus.of("site", "gw", false, Optional.empty(), 0, 0)));
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
