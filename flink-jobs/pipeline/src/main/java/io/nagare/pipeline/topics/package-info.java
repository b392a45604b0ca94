/** The Kafka topics that are read and written. */
@NullMarked
package io.nagare.pipeline.topics;

import org.jspecify.annotations.NullMarked;
