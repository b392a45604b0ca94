/** The health of machines. */
@NullMarked
package io.nagare.pipeline.equipment;

import org.jspecify.annotations.NullMarked;
