/** Contracts of datasets and the recipes that keep them. */
@NullMarked
package io.nagare.pipeline.datasets;

import org.jspecify.annotations.NullMarked;
