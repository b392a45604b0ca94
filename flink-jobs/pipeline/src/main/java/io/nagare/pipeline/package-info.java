/** The main job: from messages of gateways to tables, topics and datasets. */
@NullMarked
package io.nagare.pipeline;

import org.jspecify.annotations.NullMarked;
