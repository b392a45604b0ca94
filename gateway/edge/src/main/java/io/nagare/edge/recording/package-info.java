/** The source that replays what real devices once reported. */
@NullMarked
package io.nagare.edge.recording;

import org.jspecify.annotations.NullMarked;
