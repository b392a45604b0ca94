/** How full car parks are. */
@NullMarked
package io.nagare.pipeline.parking;

import org.jspecify.annotations.NullMarked;
