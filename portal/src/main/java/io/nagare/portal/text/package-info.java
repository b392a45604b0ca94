/** The languages of the portal and its texts in each of them. */
@NullMarked
package io.nagare.portal.text;

import org.jspecify.annotations.NullMarked;
