/** What did not become a reading, and why: with the readings it accounts for everything. */
@NullMarked
package io.nagare.pipeline.ledger;

import org.jspecify.annotations.NullMarked;
