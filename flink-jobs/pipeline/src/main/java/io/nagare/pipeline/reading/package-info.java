/** Readings and what is known of them. */
@NullMarked
package io.nagare.pipeline.reading;

import org.jspecify.annotations.NullMarked;
