/** What became of every reading: counted, compared, and reported. */
@NullMarked
package io.nagare.standalone.ledger;

import org.jspecify.annotations.NullMarked;
