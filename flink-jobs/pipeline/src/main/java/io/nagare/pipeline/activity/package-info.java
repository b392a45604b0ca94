/** What happens on a site, joined from all kinds of sources. */
@NullMarked
package io.nagare.pipeline.activity;

import org.jspecify.annotations.NullMarked;
