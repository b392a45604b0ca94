package io.nagare.standalone.settings;

import java.util.List;
import java.util.Optional;

/**
 * The options of {@code nagare demo} as they were written, not yet checked.
 *
 * @param recordings folder of a recording set
 * @param profiles folders with profiles that add to or override the built-in ones
 * @param seed seed of the simulated site
 * @param port first of the ports
 * @param data data folder
 * @param speed pace of a replay
 * @param time event times of a replay
 * @param untilDrained whether to end when everything was delivered
 * @param report where the report goes
 * @param headless whether to write lines only
 */
public record DemoArguments(
    Optional<String> recordings,
    List<String> profiles,
    Optional<String> seed,
    Optional<String> port,
    Optional<String> data,
    Optional<String> speed,
    Optional<String> time,
    boolean untilDrained,
    Optional<String> report,
    boolean headless) {

  /** Arguments whose list cannot change. */
  public DemoArguments {
    profiles = List.copyOf(profiles);
  }
}
