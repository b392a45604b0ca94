/** Datasets as files that anybody can download, with their real sizes. */
@NullMarked
package io.nagare.portal.delivery;

import org.jspecify.annotations.NullMarked;
