/** Messages of gateways become readings, each once. */
@NullMarked
package io.nagare.pipeline.decode;

import org.jspecify.annotations.NullMarked;
