/** The catalog of datasets: what there is, how it is found, and the CKAN Action API over it. */
@NullMarked
package io.nagare.portal.catalog;

import org.jspecify.annotations.NullMarked;
