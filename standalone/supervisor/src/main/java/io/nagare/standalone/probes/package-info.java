/** Questions to a part over its own protocol: is it there, what does it say. */
@NullMarked
package io.nagare.standalone.probes;

import org.jspecify.annotations.NullMarked;
