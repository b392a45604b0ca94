/** The gateway process: sources are admitted, spooled to disk and delivered over Sparkplug B. */
@NullMarked
package io.nagare.edge;

import org.jspecify.annotations.NullMarked;
