package io.nagare.pipeline.live;

/** Decides whether a device is alive. */
public final class LiveRules {
  private LiveRules() {}

  /**
   * Whether a device is in a session: the last sign of life came after the last death. All
   * arguments are positions in the gateway's stream, or -1 for never.
   */
  public static boolean isOnline(
      long lastReading, long deviceBirth, long deviceDeath, long gatewayDeath) {
    return Math.max(lastReading, deviceBirth) > Math.max(deviceDeath, gatewayDeath);
  }
}
