package io.nagare.profiles.radio;

import io.nagare.profiles.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An interface held against one rule and one certificate: what stands against it, or its limits.
 */
final class Attempt {
  /** A rule that may not admit is named only when no other one comes close. */
  private static final int FAR = 1_000;

  /** A rule for licensed stations is named after every rule that needs no licence. */
  private static final int UNLICENSED = 100;

  final RadioRule rule;
  final Optional<Certificate> certificate;
  final List<Reason> blocks = new ArrayList<>(0);
  final List<Reason> limits = new ArrayList<>(0);
  final List<Reason> warnings = new ArrayList<>(0);
  final List<AllowedUse> uses = new ArrayList<>(0);

  Attempt(RadioRule rule, Optional<Certificate> certificate) {
    this.rule = rule;
    this.certificate = certificate;
  }

  void block(ReasonCode code) {
    blocks.add(Reason.by(rule, code));
  }

  void block(ReasonCode code, double found, double allowed) {
    blocks.add(Reason.by(rule, code, found, allowed));
  }

  void limit(ReasonCode code, double found, double allowed) {
    limits.add(Reason.by(rule, code, found, allowed));
  }

  boolean succeeds() {
    return blocks.isEmpty() && !uses.isEmpty();
  }

  /** How far from success this attempt is. */
  int distance() {
    boolean licensed =
        rule.needs() != RadioRule.Needs.LICENCE
            || (certificate.isPresent() && rule.needs().metBy(certificate.get().scheme()));
    return blocks.size()
        + (licensed ? 0 : UNLICENSED)
        + (rule.provenance().certainty().holds() ? 0 : FAR);
  }
}
