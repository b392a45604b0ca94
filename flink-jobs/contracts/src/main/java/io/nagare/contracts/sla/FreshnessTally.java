package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The newest event time that was readable at any moment. Neither order nor repeats matter. */
public final class FreshnessTally {
  private final Duration skew;

  /** Readable at → event time; both strictly rise. */
  private final TreeMap<Instant, Instant> newest = new TreeMap<>();

  /** Nothing is readable yet; event times further than the skew after their receipt are ignored. */
  public FreshnessTally(Duration skew) {
    this.skew = skew;
  }

  /** Adds a reading; returns false when something as new was readable as early. */
  public boolean add(SlotArrival arrival) {
    Optional<Instant> known = newestAt(arrival.readableAt());
    if (arrival.fromTheFuture(skew)
        || known.filter(event -> !event.isBefore(arrival.eventTime())).isPresent()) {
      return false;
    }
    newest.put(arrival.readableAt(), arrival.eventTime());
    Map.Entry<Instant, Instant> next = newest.higherEntry(arrival.readableAt());
    while (next != null && !next.getValue().isAfter(arrival.eventTime())) {
      newest.remove(next.getKey());
      next = newest.higherEntry(arrival.readableAt());
    }
    return true;
  }

  /** The newest event time readable at a moment. */
  public Optional<Instant> newestAt(Instant moment) {
    return Optional.ofNullable(newest.floorEntry(moment)).map(Map.Entry::getValue);
  }

  /** How old the newest readable event time is; empty when nothing is readable. */
  public Optional<Duration> freshness(Instant now) {
    return newestAt(now).map(event -> Duration.between(event, now));
  }
}
