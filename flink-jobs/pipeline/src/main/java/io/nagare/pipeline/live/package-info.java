/** What a live page shows now. */
@NullMarked
package io.nagare.pipeline.live;

import org.jspecify.annotations.NullMarked;
