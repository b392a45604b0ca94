/** The parts of a demo: how each one is configured, started, and known to be ready. */
@NullMarked
package io.nagare.standalone.parts;

import org.jspecify.annotations.NullMarked;
