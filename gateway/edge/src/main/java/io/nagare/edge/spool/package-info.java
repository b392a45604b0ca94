/** The disk store between sources and session: durable before the answer, freed by receipt. */
@NullMarked
package io.nagare.edge.spool;

import org.jspecify.annotations.NullMarked;
