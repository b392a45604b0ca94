package io.nagare.edge.recording;

import java.time.ZoneId;
import java.util.List;

/**
 * A recording set: what real devices once reported, and through which gateways it is replayed.
 *
 * @param site whose devices they were
 * @param recordings in the order of the file
 */
public record Manifest(Site site, List<Recording> recordings) {

  /** Keeps a copy of the recordings. */
  public Manifest {
    recordings = List.copyOf(recordings);
  }

  /** The gateways of the set, each once, in the order of the file. */
  public List<String> gateways() {
    return recordings.stream().map(Recording::gateway).distinct().toList();
  }

  /** The recordings of one gateway. */
  public List<Recording> of(String gateway) {
    return recordings.stream().filter(recording -> recording.gateway().equals(gateway)).toList();
  }

  /**
   * Where the devices of a set were.
   *
   * @param id the site's id
   * @param country ISO 3166-1 code of two letters
   * @param zone the zone of times that say none; UTC if the file does not say
   */
  public record Site(String id, String country, ZoneId zone) {}
}
