/** Whether contracts make sense: within themselves, with their recipe, and before the gate. */
@NullMarked
package io.nagare.contracts.check;

import org.jspecify.annotations.NullMarked;
