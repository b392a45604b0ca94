package io.nagare.portal.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.portal.live.AgeText;
import io.nagare.portal.live.FeedState;
import io.nagare.portal.live.LiveEvents;
import io.nagare.portal.live.LiveFeed;
import io.nagare.portal.live.LiveMap;
import io.nagare.portal.tables.LakeWatch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the portal and the parts that it reads from are doing. */
public final class StatusReport {
  private static final JsonMapper JSON = new JsonMapper();

  private final LiveFeed feed;
  private final LiveMap map;
  private final LiveEvents events;
  private final LakeWatch lake;
  private final Clock clock;
  private final Instant started;

  /**
   * One line of the status page.
   *
   * @param part what it is about
   * @param good whether all is well; nothing for a plain figure
   * @param state in words
   * @param detail more for an operator; may be empty
   */
  public record Line(String part, Optional<Boolean> good, String state, String detail) {}

  StatusReport(LiveFeed feed, LiveMap map, LiveEvents events, LakeWatch lake, Clock clock) {
    this.feed = feed;
    this.map = map;
    this.events = events;
    this.lake = lake;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** For people. */
  List<Line> lines(Page page) {
    FeedState state = feed.state();
    LakeWatch.State tables = lake.state();
    return List.of(
        new Line(
            page.text("status.kafka"),
            Optional.of(state.phase() != FeedState.Phase.WAITING),
            page.text("status.feed." + state.phase().id()),
            since(page, state.since()) + detail(state.detail())),
        new Line(
            page.text("status.catalog"),
            Optional.of(tables.up()),
            page.text(tables.up() ? "status.up" : "status.down"),
            since(page, tables.since()) + detail(tables.detail())),
        new Line(
            page.text("status.series"),
            Optional.empty(),
            Integer.toString(map.snapshot().readings().size()),
            ""),
        new Line(
            page.text("status.readers"), Optional.empty(), Integer.toString(events.readers()), ""),
        new Line(
            page.text("status.started"),
            Optional.empty(),
            Sizes.time(started),
            AgeText.of(Optional.of(started), clock.instant(), page.messages())));
  }

  /**
   * For programs: {@code status} is {@code up} when both parts are reachable, else {@code
   * degraded}.
   */
  ObjectNode health() {
    FeedState state = feed.state();
    LakeWatch.State tables = lake.state();
    boolean kafkaUp = state.phase() != FeedState.Phase.WAITING;
    ObjectNode root = JSON.createObjectNode();
    root.put("status", kafkaUp && tables.up() ? "up" : "degraded");
    root.putObject("kafka")
        .put("state", kafkaUp ? "up" : "down")
        .put("phase", state.phase().id())
        .put("since", state.since().toString())
        .put("detail", state.detail());
    root.putObject("catalog")
        .put("state", tables.up() ? "up" : "down")
        .put("since", tables.since().toString())
        .put("detail", tables.detail());
    root.put("liveSeries", map.snapshot().readings().size());
    root.put("liveReaders", events.readers());
    return root;
  }

  private String since(Page page, Instant time) {
    return page.text(
        "status.since", AgeText.of(Optional.of(time), clock.instant(), page.messages()));
  }

  private static String detail(String text) {
    return text.isEmpty() ? "" : " · " + text;
  }
}
