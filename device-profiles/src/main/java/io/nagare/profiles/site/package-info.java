/** A site as its operator writes it down, and what must be settled before sensors stand there. */
@NullMarked
package io.nagare.profiles.site;

import org.jspecify.annotations.NullMarked;
