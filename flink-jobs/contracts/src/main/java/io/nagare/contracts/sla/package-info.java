/**
 * The delivery promise of a dataset and how it is measured: what was due, what came, what that
 * means. Plain rules, without a clock of their own and without a stream.
 */
@NullMarked
package io.nagare.contracts.sla;

import org.jspecify.annotations.NullMarked;
