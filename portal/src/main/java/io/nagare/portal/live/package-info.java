/** What the devices say now: newest values, how fresh they are, and the page that shows them. */
@NullMarked
package io.nagare.portal.live;

import org.jspecify.annotations.NullMarked;
