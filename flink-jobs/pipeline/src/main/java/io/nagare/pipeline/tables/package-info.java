/** The tables that are written. */
@NullMarked
package io.nagare.pipeline.tables;

import org.jspecify.annotations.NullMarked;
