/** The settings of a gateway, read and validated whole. */
@NullMarked
package io.nagare.edge.settings;

import org.jspecify.annotations.NullMarked;
