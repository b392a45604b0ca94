/** Which readings a gateway takes, and why it refuses the others. */
@NullMarked
package io.nagare.edge.admission;

import org.jspecify.annotations.NullMarked;
