package io.nagare.pipeline.windows;

import io.nagare.pipeline.reading.TaggedReading;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/**
 * How a dataset is made: which readings count, how they are grouped, totalled and shown.
 *
 * @param <A> the totals of a window: a mutable state class that must not depend on the order in
 *     which readings are added
 */
public interface WindowRecipe<A> extends Serializable {
  /** The name that contracts use. */
  String name();

  /** The class of the totals. */
  Class<A> totalsClass();

  /** Whether readings of several sources meet under one key. */
  boolean joinsSources();

  /** Whether a reading counts. */
  boolean takes(TaggedReading reading);

  /** What rows are grouped by, besides the window. */
  String key(TaggedReading reading);

  /** Whose clock decides whether a reading is late. */
  String source(TaggedReading reading);

  /** Whose clock decides whether a window is due: sources of one kind share it. */
  String stream(TaggedReading reading);

  /** Totals of no reading. */
  A empty();

  /** Adds a reading. */
  void add(A totals, TaggedReading reading);

  /** The streams whose readings the totals hold. */
  Collection<String> streams(A totals);

  /** Every column that can be made. */
  List<RecipeColumn<A>> columns();
}
