/** Device descriptions of others: EdgeX profiles in, Thing Descriptions out, register look-ups. */
@NullMarked
package io.nagare.profiles.interchange;

import org.jspecify.annotations.NullMarked;
