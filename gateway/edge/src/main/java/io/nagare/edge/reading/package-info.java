/** What a reading is and which device it belongs to. */
@NullMarked
package io.nagare.edge.reading;

import org.jspecify.annotations.NullMarked;
