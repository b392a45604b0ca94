/** Time on air: how long a frame takes, how much a device has sent, and what it may still send. */
@NullMarked
package io.nagare.profiles.airtime;

import org.jspecify.annotations.NullMarked;
