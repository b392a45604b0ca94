package io.nagare.profiles.radio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a device may be used at a site, and why.
 *
 * @param verdict the strictest of what follows
 * @param common reasons that concern the whole device
 * @param interfaces the decision on each of its interfaces
 */
public record Decision(Verdict verdict, List<Reason> common, List<InterfaceDecision> interfaces) {

  /** Keeps copies of the lists. */
  public Decision {
    common = List.copyOf(common);
    interfaces = List.copyOf(interfaces);
  }

  /** What a device may do. */
  public enum Verdict {
    /** It may be used as asked. */
    ADMITTED,
    /** It may be used within limits that are stricter than what it can do. */
    LIMITED,
    /** It may not be used. */
    REFUSED;

    /** The name that commands and logs use. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    Verdict stricter(Verdict other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /**
   * The decision on one interface.
   *
   * @param interfaceId the interface
   * @param verdict what it may do
   * @param reasons why
   * @param limits what it may do in detail; empty when it is refused or emits nothing
   */
  public record InterfaceDecision(
      String interfaceId, Verdict verdict, List<Reason> reasons, List<AllowedUse> limits) {

    /** Keeps copies of the lists. */
    public InterfaceDecision {
      reasons = List.copyOf(reasons);
      limits = List.copyOf(limits);
    }
  }

  /** Every reason: those of the device first, then those of its interfaces. */
  public List<Reason> reasons() {
    List<Reason> all = new ArrayList<>(common);
    for (InterfaceDecision one : interfaces) {
      all.addAll(one.reasons());
    }
    return all;
  }

  /** The reasons as logs name them: the code, and behind {@code @} the rule with its version. */
  public List<String> reasonNames() {
    return reasons().stream()
        .map(
            reason ->
                reason.code().code() + reason.rule().map(rule -> "@" + rule.reference()).orElse(""))
        .distinct()
        .toList();
  }

  /** What the device may do, over all its interfaces; nothing when it is refused. */
  public List<AllowedUse> limits() {
    if (verdict == Verdict.REFUSED) {
      return List.of();
    }
    List<AllowedUse> all = new ArrayList<>();
    for (InterfaceDecision one : interfaces) {
      all.addAll(one.limits());
    }
    return all;
  }

  /** Whether there is a reason with this code. */
  public boolean has(ReasonCode code) {
    return reasons().stream().anyMatch(reason -> reason.code() == code);
  }
}
