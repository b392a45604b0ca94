/** The portal: catalog, delivery and live pages over the tables and live topics. */
@NullMarked
package io.nagare.portal;

import org.jspecify.annotations.NullMarked;
