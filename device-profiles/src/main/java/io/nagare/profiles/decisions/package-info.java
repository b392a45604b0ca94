/** What was decided, kept as an append-only chain that shows every change. */
@NullMarked
package io.nagare.profiles.decisions;

import org.jspecify.annotations.NullMarked;
