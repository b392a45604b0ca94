package io.nagare.contracts.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The verdicts that were issued on one objective in one window. Immutable; nothing is ever removed.
 *
 * <p>PROVISIONAL → FINAL → CORRECTED, never back. A breach that was issued stays in everything that
 * is issued later.
 */
public final class VerdictLog {
  /** Nothing was issued. */
  public static final VerdictLog EMPTY = new VerdictLog(List.of());

  private final List<Verdict> issued;

  private VerdictLog(List<Verdict> issued) {
    this.issued = List.copyOf(issued);
  }

  /** Everything that was issued, oldest first. */
  public List<Verdict> issued() {
    return issued;
  }

  /** The newest of them. */
  public Optional<Verdict> newest() {
    return issued.isEmpty() ? Optional.empty() : Optional.of(issued.get(issued.size() - 1));
  }

  /**
   * The log after a verdict was found; the same log when there is nothing to issue.
   *
   * <p>A provisional one after the final one, or one that says what was said, is not issued. A
   * settled one that says something else than was settled is issued as a correction.
   */
  public VerdictLog accept(Verdict found) {
    Optional<Verdict> newest = newest();
    Verdict kept =
        found.withBreachSince(earlier(found.breachSince(), newest.flatMap(Verdict::breachSince)));
    if (newest.isEmpty()) {
      return with(kept);
    }
    Verdict last = newest.get();
    if (last.state() == Verdict.State.PROVISIONAL) {
      boolean news = kept.state() != last.state() || kept.asOf().isAfter(last.asOf());
      return news && !sameFinding(kept, last) ? with(kept) : this;
    }
    if (kept.state() == Verdict.State.PROVISIONAL
        || kept.asOf().isBefore(last.asOf())
        || sameFinding(kept.withRevision(last.revision(), last.state()), last)) {
      return this;
    }
    return with(kept.withRevision(last.revision() + 1, Verdict.State.CORRECTED));
  }

  private VerdictLog with(Verdict verdict) {
    List<Verdict> longer = new ArrayList<>(issued);
    longer.add(verdict);
    return new VerdictLog(longer);
  }

  private static boolean sameFinding(Verdict one, Verdict other) {
    return one.state() == other.state()
        && one.good() == other.good()
        && one.timely() == other.timely()
        && one.total() == other.total()
        && one.breachSince().equals(other.breachSince());
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && (other.isEmpty() || one.get().isBefore(other.get())) ? one : other;
  }
}
