/** How long data is kept: what is due to go, when, and the proof that it went. */
@NullMarked
package io.nagare.contracts.retention;

import org.jspecify.annotations.NullMarked;
