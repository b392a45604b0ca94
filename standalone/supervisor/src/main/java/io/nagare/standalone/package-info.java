/** The commands of the script {@code nagare}, and the wiring of a demo from its parts. */
@NullMarked
package io.nagare.standalone;

import org.jspecify.annotations.NullMarked;
