/**
 * A simulated site: what its devices measure is a pure function of seed, device and time; how they
 * report it is real CoAP.
 */
@NullMarked
package io.nagare.simulator;

import org.jspecify.annotations.NullMarked;
