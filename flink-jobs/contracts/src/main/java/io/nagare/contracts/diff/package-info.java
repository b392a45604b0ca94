/** What changed between two versions of a contract, and whether consumers must be warned. */
@NullMarked
package io.nagare.contracts.diff;

import org.jspecify.annotations.NullMarked;
