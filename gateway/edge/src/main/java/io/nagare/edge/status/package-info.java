/** What the gateway says of itself over HTTP. */
@NullMarked
package io.nagare.edge.status;

import org.jspecify.annotations.NullMarked;
