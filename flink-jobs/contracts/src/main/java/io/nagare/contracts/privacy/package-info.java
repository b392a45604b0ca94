/**
 * The privacy gate: what may be published or handed on, and the transforms that lower a category.
 */
@NullMarked
package io.nagare.contracts.privacy;

import org.jspecify.annotations.NullMarked;
