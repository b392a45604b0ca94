/** Starting the job, and starting it again. */
@NullMarked
package io.nagare.pipeline.cluster;

import org.jspecify.annotations.NullMarked;
