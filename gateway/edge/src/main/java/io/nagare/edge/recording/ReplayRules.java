package io.nagare.edge.recording;

import io.nagare.edge.recording.Replay.TimeMode;
import java.util.OptionalDouble;

/**
 * Decides when a replayed row is due, and by how much its time is shifted.
 *
 * <p>Files may go backwards in time. What has been replayed is measured by the newest time so far:
 * a row that steps back is due at once, and never delays those after it.
 */
final class ReplayRules {
  private ReplayRules() {}

  /** How long it takes to replay this much recorded time, in milliseconds. */
  static long replayMillis(long recordedMillis, OptionalDouble speed) {
    return speed.isPresent() ? Math.round(recordedMillis / speed.getAsDouble()) : 0;
  }

  /**
   * What is added to each time of a recording.
   *
   * <p>With {@link TimeMode#NOW} the newest reading gets the wall-clock time at which it is sent,
   * so no reading lies in the future when it is.
   *
   * @param startMillis when the replay starts, UTC
   * @param firstMillis the recording's first time
   * @param newestMillis the recording's newest time
   */
  static long shiftMillis(Replay replay, long startMillis, long firstMillis, long newestMillis) {
    if (replay.time() == TimeMode.ORIGINAL) {
      return 0;
    }
    return startMillis + replayMillis(newestMillis - firstMillis, replay.speed()) - newestMillis;
  }
}
