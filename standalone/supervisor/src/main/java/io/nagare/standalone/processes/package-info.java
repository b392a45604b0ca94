/** Child processes: started, watched, started again, and stopped in order. */
@NullMarked
package io.nagare.standalone.processes;

import org.jspecify.annotations.NullMarked;
