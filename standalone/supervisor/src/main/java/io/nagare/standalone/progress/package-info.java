/** What is shown while a demo starts and runs. */
@NullMarked
package io.nagare.standalone.progress;

import org.jspecify.annotations.NullMarked;
