package io.nagare.pipeline.windows;

import io.nagare.pipeline.reading.TaggedReading;

/**
 * What a row says besides its totals.
 *
 * @param window whose row it is
 * @param revision of the row, from 1
 * @param emittedAtMillis when it was computed, by the wall clock
 * @param newest the newest reading of the row's key: where names, areas and units come from
 */
public record WindowStamp(
    Window window, int revision, long emittedAtMillis, TaggedReading newest) {}
