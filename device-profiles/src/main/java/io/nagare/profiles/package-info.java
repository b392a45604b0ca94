/** What devices are and measure: versioned profiles in YAML, read strictly. */
@NullMarked
package io.nagare.profiles;

import org.jspecify.annotations.NullMarked;
