package io.nagare.portal.web;

import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.sse.SseClient;
import io.nagare.portal.live.LiveApi;
import io.nagare.portal.live.LiveEvents;
import io.nagare.portal.live.LiveFeed;
import io.nagare.portal.live.LiveMap;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** The live readings over HTTP: as events and as JSON. */
final class LiveRoutes {
  private final LiveMap map;
  private final LiveFeed feed;
  private final LiveEvents events;
  private final Clock clock;

  LiveRoutes(LiveMap map, LiveFeed feed, LiveEvents events, Clock clock) {
    this.map = map;
    this.feed = feed;
    this.events = events;
    this.clock = clock;
  }

  /** The newest reading of every series. */
  void snapshot(Context context) {
    context
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store")
        .result(LiveApi.snapshot(map, feed.state(), clock.instant()).toString());
  }

  /** Refuses a reader too many before the stream begins. */
  void checkRoom(Context context) {
    if (!events.hasRoom()) {
      context.header("Retry-After", "30");
      throw new ServiceUnavailableResponse(
          "%d readers follow the live page; try again later".formatted(LiveEvents.MAX_READERS));
    }
  }

  /** Follows the live page from the state {@code epoch:revision} that the reader has. */
  void follow(SseClient client) {
    Context context = client.ctx();
    // after a lost link the browser itself tells the last event it has seen
    String seen =
        Optional.ofNullable(context.header("Last-Event-ID"))
            .or(() -> Optional.ofNullable(context.queryParam("since")))
            .orElse("");
    int colon = seen.lastIndexOf(':');
    String epoch = colon < 0 ? "" : seen.substring(0, colon);
    context.header("Cache-Control", "no-store");
    client.keepAlive();
    client.onClose(
        events.add(
            new ClientSink(client),
            Reader.language(context),
            epoch,
            revision(seen.substring(colon + 1))));
  }

  private static long revision(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      return -1;
    }
  }

  /** Writes UTF-8 itself: the client's own text output knows only Latin-1. */
  private record ClientSink(SseClient client) implements LiveEvents.Sink {
    @Override
    public void write(byte[] event) throws IOException {
      if (client.terminated()) {
        throw new IOException("the reader is gone");
      }
      ServletOutputStream out = client.ctx().res().getOutputStream();
      out.write(event);
      out.flush();
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
