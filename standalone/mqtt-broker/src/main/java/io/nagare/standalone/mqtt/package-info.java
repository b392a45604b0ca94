/** HiveMQ Community Edition as a process of its own, for a machine that runs everything. */
@NullMarked
package io.nagare.standalone.mqtt;

import org.jspecify.annotations.NullMarked;
