/** Readings get their quality flags. */
@NullMarked
package io.nagare.pipeline.quality;

import org.jspecify.annotations.NullMarked;
