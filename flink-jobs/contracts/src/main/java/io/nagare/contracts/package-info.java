/** Dataset contracts: Open Data Contract Standard files and what they mean to jobs and portal. */
@NullMarked
package io.nagare.contracts;

import org.jspecify.annotations.NullMarked;
