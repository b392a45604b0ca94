/** The command {@code contracts}. */
@NullMarked
package io.nagare.contracts.cli;

import org.jspecify.annotations.NullMarked;
