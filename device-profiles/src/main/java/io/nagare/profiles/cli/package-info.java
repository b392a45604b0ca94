/** The command {@code profiles}. */
@NullMarked
package io.nagare.profiles.cli;

import org.jspecify.annotations.NullMarked;
