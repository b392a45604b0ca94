package io.nagare.portal.live;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;

/** The live map as JSON, with the state of each value. */
public final class LiveApi {
  private static final JsonMapper JSON = new JsonMapper();

  private LiveApi() {}

  /** All readings at a time, by key. */
  public static ObjectNode snapshot(LiveMap map, FeedState feed, Instant now) {
    LiveMap.Snapshot snapshot = map.snapshot();
    ObjectNode root = JSON.createObjectNode();
    root.put("now", now.toString());
    root.put("feed", feed.phase().id());
    ArrayNode readings = root.putArray("readings");
    snapshot.readings().stream()
        .sorted(Comparator.comparing(reading -> reading.key().text()))
        .forEach(
            reading ->
                readings.add(LiveReadingJson.write(reading, FreshnessRules.of(reading, now))));
    return root;
  }
}
