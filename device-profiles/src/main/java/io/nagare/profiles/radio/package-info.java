/** Radio law: its rules per jurisdiction, and who is admitted under them with which limits. */
@NullMarked
package io.nagare.profiles.radio;

import org.jspecify.annotations.NullMarked;
