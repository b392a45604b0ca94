package io.nagare.pipeline.live;

/**
 * Where in the gateway's stream a device, or the gateway, last was born and last died: state.
 *
 * @param birth position; -1 for never
 * @param death position; -1 for never
 */
public record SessionPositions(long birth, long death) {
  /** Neither birth nor death was seen. */
  public static SessionPositions unknown() {
    return new SessionPositions(-1, -1);
  }
}
