/** Totals of readings by window of event time, issued and revised. */
@NullMarked
package io.nagare.pipeline.windows;

import org.jspecify.annotations.NullMarked;
