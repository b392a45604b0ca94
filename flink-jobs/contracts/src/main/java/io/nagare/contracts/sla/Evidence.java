package io.nagare.contracts.sla;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/** What is known about one objective in one window, seen from any moment. */
public interface Evidence {

  /** Good and all of what was due by a moment, with everything readable at that moment. */
  Score score(Instant asOf);

  /** Good within its deadline and all of what was due by a moment. Late data never changes it. */
  Score timely(Instant asOf);

  /** The first moment at which the objective was not kept, up to the given one. */
  Optional<Instant> breachSince(Instant asOf);

  /** The moments after the given one at which something came that may change the score. */
  SortedSet<Instant> arrivalsAfter(Instant limit);
}
