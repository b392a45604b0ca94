package io.nagare.pipeline.windows;

/**
 * Everything that a dataset's row is made from.
 *
 * @param <A> the totals of a window
 * @param totals of the window
 * @param stamp what the row says besides
 */
public record WindowRow<A>(A totals, WindowStamp stamp) {}
