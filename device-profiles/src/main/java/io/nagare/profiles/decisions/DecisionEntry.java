package io.nagare.profiles.decisions;

import java.util.List;

/**
 * One decision as it is logged.
 *
 * @param event why it was made: {@code enrolment}, {@code firmware}, {@code hardware}, {@code
 *     country}, {@code profile}, {@code demotion}, {@code day}, or a name of the caller's
 * @param device the device that it concerns; empty for the gateway itself
 * @param profile the profile's reference; empty when there is none
 * @param verdict what was decided
 * @param reasons the stable codes, with the rule behind {@code @} where there is one
 */
public record DecisionEntry(
    String event, String device, String profile, String verdict, List<String> reasons) {

  /** Keeps a copy of the reasons. */
  public DecisionEntry {
    reasons = List.copyOf(reasons);
  }
}
